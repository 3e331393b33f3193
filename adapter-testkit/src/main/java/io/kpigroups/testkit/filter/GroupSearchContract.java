package io.kpigroups.testkit.filter;

import static io.kpigroups.testkit.fixture.ListSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.Unicode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups are found by a part of their name, without case and accents. */
public interface GroupSearchContract extends StorageFixture {

  @Test
  default void aGroupIsFoundByEveryPartOfItsNameWithoutCaseAndAccents() {
    Scene scene = new Scene(this);
    KpiGroup net = scene.group("Net revenue");
    KpiGroup perUser = scene.group("Révenue per USER");
    KpiGroup size = scene.group("Größe");
    KpiGroup greek = scene.group("ΟΔΟΣ");
    scene.group("Churn");

    assertThat(found(scene, "REVENUE")).isEqualTo(ids(net, perUser));
    assertThat(found(scene, "user")).isEqualTo(ids(perUser));
    assertThat(found(scene, "e p")).isEqualTo(ids(perUser));
    assertThat(found(scene, "net revenue")).isEqualTo(ids(net));
    assertThat(found(scene, "net revenue!")).isEmpty();
    assertThat(found(scene, "GROSS")).isEqualTo(ids(size));
    assertThat(found(scene, "ß")).isEqualTo(ids(size));
    assertThat(found(scene, "οδος")).isEqualTo(ids(greek));
    assertThat(found(scene, net.id().value())).as("an id is no name").isEmpty();
  }

  @Test
  default void groupsNamedInAnyScriptAreFoundByTheirNames() {
    Scene scene = new Scene(this);
    List<KpiGroup> groups = Unicode.names().stream().map(scene::group).toList();

    for (KpiGroup group : groups) {
      String name = group.name().value();
      assertThat(found(scene, name)).as(name).contains(group.id());
    }
    assertThat(found(scene, "\uD83D\uDC4D")).hasSize(1);
    assertThat(found(scene, "\uD83D\uDE00".repeat(255))).hasSize(1);
    assertThat(found(scene, "\uD83D\uDE01")).as("another of the same beginning").isEmpty();
  }

  @Test
  default void aGroupIsFoundByTheNameThatItHasNow() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Revenue");
    scene.rename(group, "Turnover", RevisionMatch.unconditional());

    assertThat(found(scene, "revenue")).isEmpty();
    assertThat(found(scene, "turnover")).isEqualTo(ids(group));
    scene.delete(group, Scene.EVENING);
    assertThat(found(scene, "turnover")).isEmpty();
    assertThat(ids(scene, GroupSelection.DELETED.with(named("TURN")))).isEqualTo(ids(group));
    assertThat(ids(scene, GroupSelection.DELETED.with(named("revenue")))).isEmpty();
  }

  @Test
  default void groupsOfAnotherAccountAreNotFound() {
    Scene scene = new Scene(this);
    new Scene(this).group("Revenue");

    assertThat(found(scene, "revenue")).isEmpty();
  }

  private static List<KpiGroupId> found(Scene scene, String text) {
    return ids(scene, GroupSelection.LIVE.with(named(text)));
  }

  private static NameContains named(String text) {
    return new NameContains(SearchText.of(text));
  }
}
