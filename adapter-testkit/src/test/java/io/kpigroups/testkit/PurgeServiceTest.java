package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.PurgeService;
import io.kpigroups.application.Settings;
import io.kpigroups.application.port.in.GroupPurge.Purged;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.testkit.Race.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PurgeServiceTest {
  private static final Duration RETENTION = Settings.DEFAULT.retention();

  private final Services services = Services.standard();

  @Test
  void aGroupIsKeptUntilItsRetentionTimeIsOver() {
    givenDeletedGroup("Gone");
    services.clock.advance(RETENTION.minusMillis(1));
    assertThat(services.purge.backlog()).isZero();
    assertThat(services.purge.purge().removed()).isZero();
    assertThat(rows()).isEqualTo(4);

    services.clock.advance(Duration.ofMillis(1));

    assertThat(services.purge.backlog()).isEqualTo(1);
    assertThat(services.purge.purge().removed()).isEqualTo(1);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aPurgeLeavesLiveGroupsAndTheRegisterAlone() {
    givenDeletedGroup("Gone");
    KpiGroup live = services.group("Live");
    services.membership.add(services.manager, new KpiId("k1"), live.id());
    services.favorites.add(services.manager, live.id());
    services.clock.advance(RETENTION);

    services.purge.purge();

    assertThat(services.groups.get(services.manager, live.id()).favorite()).isTrue();
    assertThat(rows()).isEqualTo(4);
  }

  @Test
  void aPurgeGoesOnUntilNothingIsLeft() {
    for (int i = 0; i < 205; i++) {
      KpiGroup group = services.group("Gone " + i);
      services.groups.delete(services.manager, group.id(), RevisionMatch.unconditional());
    }
    services.clock.advance(RETENTION);

    assertThat(services.purge.purge().removed()).isEqualTo(205);
    assertThat(rows()).isZero();
    assertThat(services.purge.purge().removed()).isZero();
  }

  @Test
  void theRetentionTimeIsThatOfTheSettings() {
    Settings hasty =
        new Settings(
            Settings.DEFAULT.limits(),
            Settings.DEFAULT.pageMax(),
            Settings.DEFAULT.knownKpis(),
            false,
            Duration.ofMinutes(1));
    PurgeService purge = new PurgeService(services.storage.deletedGroups(), hasty, services.clock);
    givenDeletedGroup("Gone");
    services.clock.advance(Duration.ofMinutes(1));

    assertThat(services.purge.purge().removed()).isZero();
    assertThat(purge.purge().removed()).isEqualTo(1);
  }

  @RepeatedTest(3)
  void purgesAtOnceLeaveNothingBehind() {
    for (int i = 0; i < 20; i++) {
      givenDeletedGroup("Gone " + i);
    }
    services.clock.advance(RETENTION);

    List<Outcome<Purged>> outcomes = Race.of(4, i -> services.purge::purge);

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(rows()).isEqualTo(1);
  }

  /** A deleted group with a member and a favorite; its KPI stays in the register. */
  private void givenDeletedGroup(String name) {
    KpiGroup group = services.group(name);
    services.membership.add(services.manager, services.kpi("k1"), group.id());
    services.favorites.add(services.manager, group.id());
    services.groups.delete(services.manager, group.id(), RevisionMatch.unconditional());
  }

  private long rows() {
    return services.storage.storedRows(services.account);
  }
}
