package io.kpigroups.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.RegisterSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.TestLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many KPIs an account's register takes. */
public interface KpiLimitContract extends StorageFixture {

  @Test
  default void aRegisterTakesKpisUpToItsLimit() {
    Scene scene = new Scene(this);
    new Scene(this).kpi("of-another-account");
    assertThat(put(scene, "k1", KpiCondition.NONE, 2)).isEqualTo(Effect.NEW);
    assertThat(put(scene, "k2", KpiCondition.NONE, 2)).isEqualTo(Effect.NEW);

    assertThatThrownBy(() -> put(scene, "k3", KpiCondition.NONE, 2))
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("limit of 2 registered KPIs");
    assertThat(scene.storage.kpis().find(scene.ann, new KpiId("k3"))).isEmpty();
  }

  @Test
  default void anEntryIsReplacedAtAndAboveTheLimitAndOneThatGoesMakesRoom() {
    Scene scene = new Scene(this);
    put(scene, "k1", KpiCondition.NONE, 2);
    put(scene, "k2", KpiCondition.NONE, 2);

    assertThat(put(scene, "k1", KpiCondition.NONE, 1)).isEqualTo(Effect.REPLACED);
    RegisterSteps.unregister(scene, scene.ann, new KpiId("k1"));
    assertThat(put(scene, "k3", KpiCondition.NONE, 2)).isEqualTo(Effect.NEW);
  }

  @Test
  default void anExpectationIsToldBeforeTheLimit() {
    Scene scene = new Scene(this);
    put(scene, "k1", KpiCondition.NONE, 1);
    KpiCondition there = new KpiCondition(RevisionMatch.any(), RevisionMatch.unconditional());
    KpiCondition absent = new KpiCondition(RevisionMatch.unconditional(), RevisionMatch.any());

    assertThatThrownBy(() -> put(scene, "k2", there, 1)).isInstanceOf(StaleRevision.class);
    assertThatThrownBy(() -> put(scene, "k2", absent, 1)).isInstanceOf(LimitReached.class);
  }

  private static Effect put(Scene scene, String id, KpiCondition expected, int limit) {
    Kpi kpi = new Kpi(scene.account, new KpiId(id), new Name("Revenue"), List.of());
    return RegisterSteps.registry(scene).put(scene.ann, kpi, expected, TestLimits.kpis(limit));
  }
}
