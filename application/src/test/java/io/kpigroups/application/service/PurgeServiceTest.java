package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.NOON;
import static io.kpigroups.application.service.Samples.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.in.GroupPurge.Purged;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PurgeServiceTest {
  private static final Instant DUE = NOON.minus(RETENTION);

  private final FakeDeletedGroups store = new FakeDeletedGroups();
  private final PurgeService purge =
      new PurgeService(
          Optional.of(store),
          Optional.empty(),
          Samples.SETTINGS,
          Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void whatWasDeletedARetentionTimeAgoIsDue() {
    store.given(1);

    assertThat(purge.backlog()).isEqualTo(1);
    purge.purge();

    assertThat(store.calls)
        .filteredOn(call -> !call.method().startsWith("remove"))
        .containsExactly(
            Invocation.of("backlog", DUE),
            Invocation.of("claim", DUE),
            Invocation.of("claim", DUE));
  }

  @Test
  void aPurgeGoesOnUntilNothingIsLeft() {
    store.given(205);

    assertThat(purge.purge().removed()).isEqualTo(205);
    assertThat(purge.backlog()).isZero();
    assertThat(purge.purge().removed()).isZero();
  }

  @Test
  void aPurgeThatFailedGoesOnAtItsNextRun() {
    store.given(3);
    store.beforeTheNextRemoval(
        () -> {
          throw new StorageUnavailable("away", new TimeoutException());
        });

    assertThat(purge.purge().failure()).containsInstanceOf(StorageUnavailable.class);
    assertThat(purge.backlog()).isEqualTo(1);

    purge.purge();
    assertThat(purge.backlog()).isZero();
  }

  @Test
  void whatAnotherPurgeHasRemovedMeanwhileIsNoHindrance() {
    store.given(3);
    store.beforeTheNextRemoval(purge::purge);

    purge.purge();

    assertThat(purge.backlog()).isZero();
  }

  @Test
  void whereGroupsAreRemovedElsewhereNothingIsEverDue() {
    PurgeService nothing =
        new PurgeService(
            Optional.empty(),
            Optional.empty(),
            Samples.SETTINGS,
            Clock.fixed(NOON, ZoneOffset.UTC));

    assertThat(nothing.backlog()).isZero();
    assertThat(nothing.purge()).isEqualTo(new Purged(0, 0, Optional.empty()));
  }

  @Test
  void everyStepHasTimeOfItsOwn() {
    store.given(1);

    purge.purge();
    purge.backlog();

    assertThat(store.deadlines)
        .hasSize(4)
        .doesNotHaveDuplicates()
        .allMatch(deadline -> deadline.left().compareTo(PurgeService.STEP) <= 0);
  }
}
