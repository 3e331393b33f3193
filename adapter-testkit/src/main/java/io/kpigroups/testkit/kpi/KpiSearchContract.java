package io.kpigroups.testkit.kpi;

import static io.kpigroups.testkit.fixture.ListSteps.kpis;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.Unicode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Registered KPIs are found by a part of their name, without case and accents. */
public interface KpiSearchContract extends StorageFixture {

  @Test
  default void aKpiIsFoundByEveryPartOfItsName() {
    Scene scene = new Scene(this);
    scene.kpi("k1", "Net revenue");
    scene.kpi("k2", "Revenue per user");
    scene.kpi("k3", "Churn");

    assertThat(found(scene, "revenue")).containsExactly("k1", "k2");
    assertThat(found(scene, "Net")).containsExactly("k1");
    assertThat(found(scene, "user")).containsExactly("k2");
    assertThat(found(scene, "e p")).containsExactly("k2");
    assertThat(found(scene, "  n  ")).containsExactly("k1", "k2", "k3");
    assertThat(found(scene, "Net revenue")).containsExactly("k1");
    assertThat(found(scene, "Net revenue!")).isEmpty();
    assertThat(found(scene, "k1")).as("an id is no name").isEmpty();
  }

  @Test
  default void caseAndAccentsDoNotMatter() {
    Scene scene = new Scene(this);
    scene.kpi("k1", "Größe der Filialen");
    scene.kpi("k2", "GROSSE SACHE");
    scene.kpi("k3", "Émile");
    scene.kpi("k4", "E\u0301mile");
    scene.kpi("k5", "ΟΔΟΣ");
    scene.kpi("k6", "Выручка");

    assertThat(found(scene, "grosse")).containsExactly("k1", "k2");
    assertThat(found(scene, "ß")).containsExactly("k1", "k2");
    assertThat(found(scene, "GRÖẞE")).containsExactly("k1", "k2");
    assertThat(found(scene, "emi")).containsExactly("k3", "k4");
    assertThat(found(scene, "ÊM")).containsExactly("k3", "k4");
    assertThat(found(scene, "οδος")).containsExactly("k5");
    assertThat(found(scene, "ВЫРУЧ")).containsExactly("k6");
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.Literals#legal")
  default void whatIsAPatternElsewhereIsALiteralHere(String text) {
    Scene scene = new Scene(this);
    scene.kpi("k1", "a" + text + "b");
    scene.kpi("k2", text);
    scene.kpi("k3", "axb");
    scene.kpi("k4", "xyz 123");

    assertThat(found(scene, text)).containsExactly("k1", "k2");
  }

  @Test
  default void namesInEveryScriptAreFoundByThemselves() {
    Scene scene = new Scene(this);
    List<String> names = Unicode.names();
    for (int i = 0; i < names.size(); i++) {
      scene.kpi(String.valueOf(100 + i), names.get(i));
    }

    for (int i = 0; i < names.size(); i++) {
      assertThat(found(scene, names.get(i))).as(names.get(i)).contains(String.valueOf(100 + i));
    }
    assertThat(found(scene, "\uD83D\uDC4D")).hasSize(1);
    assertThat(found(scene, "\uD83D\uDE00".repeat(255))).hasSize(1);
    assertThat(found(scene, "\uD83D\uDE01")).as("another of the same beginning").isEmpty();
  }

  @Test
  default void aKpiIsFoundByTheNameThatItHasNow() {
    Scene scene = new Scene(this);
    scene.kpi("k1", "Revenue");
    scene.kpi("k1", "Turnover");

    assertThat(found(scene, "revenue")).isEmpty();
    assertThat(found(scene, "turnover")).containsExactly("k1");
    scene.unregister(scene.kpi("k1", "Turnover").id());
    assertThat(found(scene, "turnover")).isEmpty();
  }

  private static List<String> found(Scene scene, String text) {
    return kpis(scene, scene.ann, KpiFilter.named(SearchText.of(text)));
  }
}
