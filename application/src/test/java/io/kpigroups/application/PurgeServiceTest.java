package io.kpigroups.application;

import static io.kpigroups.application.Samples.NOON;
import static io.kpigroups.application.Samples.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.StorageUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PurgeServiceTest {
  private static final Instant DUE = NOON.minus(RETENTION);

  private final FakeDeletedGroups store = new FakeDeletedGroups();
  private final PurgeService purge =
      new PurgeService(store, Samples.SETTINGS, Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void whatWasDeletedARetentionTimeAgoIsDue() {
    store.given(1);

    assertThat(purge.backlog()).isEqualTo(1);
    purge.purge();

    assertThat(store.calls)
        .filteredOn(call -> !call.method().startsWith("remove"))
        .containsExactly(Call.of("backlog", DUE), Call.of("claim", DUE), Call.of("claim", DUE));
  }

  @Test
  void childrenAreRemovedFirstAndTheGroupLast() {
    List<Claim> due = store.given(2);

    assertThat(purge.purge().removed()).isEqualTo(2);

    assertThat(store.calls)
        .filteredOn(call -> call.method().startsWith("remove"))
        .containsExactly(
            Call.of("remove children", due.get(0)),
            Call.of("remove group", due.get(0)),
            Call.of("remove children", due.get(1)),
            Call.of("remove group", due.get(1)));
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
}
