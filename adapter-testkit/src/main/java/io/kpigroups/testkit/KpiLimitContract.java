package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.out.KpiRegistry.Entry;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many KPIs an account's register takes. */
public interface KpiLimitContract extends StorageFixture {

  @Test
  default void aRegisterTakesKpisUpToItsLimit() {
    Scene scene = new Scene(this);
    new Scene(this).kpi("of-another-account");
    assertThat(put(scene, "k1", KpiCondition.NONE, 2)).isEqualTo(Entry.NEW);
    assertThat(put(scene, "k2", KpiCondition.NONE, 2)).isEqualTo(Entry.NEW);

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

    assertThat(put(scene, "k1", KpiCondition.NONE, 1)).isEqualTo(Entry.REPLACED);
    scene.unregister(scene.ann, new KpiId("k1"));
    assertThat(put(scene, "k3", KpiCondition.NONE, 2)).isEqualTo(Entry.NEW);
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

  private static Entry put(Scene scene, String id, KpiCondition expected, int limit) {
    Kpi kpi = new Kpi(scene.account, new KpiId(id), new KpiName("Revenue"), List.of());
    return scene.registry().put(scene.ann, kpi, expected, TestLimits.kpis(limit));
  }
}
