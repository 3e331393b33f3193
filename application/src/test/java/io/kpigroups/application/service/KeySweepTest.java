package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.in.GroupPurge.Purged;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.KeyedCreate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A purge forgets old idempotency keys, too. */
class KeySweepTest {
  private static final Invocation SWEEP = Invocation.of("sweep", NOON.minus(KeyedCreate.KEPT_FOR));
  private static final StorageUnavailable KEYS_AWAY =
      new StorageUnavailable("keys are away", new TimeoutException());

  private final List<Invocation> calls = new ArrayList<>();
  private final FakeDeletedGroups store = new FakeDeletedGroups();
  private final FakeKeys keys = new FakeKeys(calls);
  private final PurgeService purge = purging(Optional.of(store));

  @Test
  void keysAreForgottenADayAfterTheirFirstRequest() {
    store.given(2);

    assertThat(purge.purge()).isEqualTo(new Purged(2, 0, Optional.empty()));

    assertThat(calls).containsExactly(SWEEP);
  }

  @Test
  void keysAreForgottenAlsoWhereGroupsAreRemovedElsewhere() {
    assertThat(purging(Optional.empty()).purge()).isEqualTo(new Purged(0, 0, Optional.empty()));

    assertThat(calls).containsExactly(SWEEP);
  }

  @Test
  void keysAreForgottenAlsoIfGroupsCouldNotBeRemoved() {
    store.given(1);
    store.beforeTheNextRemoval(
        () -> {
          throw new StorageUnavailable("away", new TimeoutException());
        });

    assertThat(purge.purge().isClean()).isFalse();
    assertThat(calls).containsExactly(SWEEP);
  }

  @Test
  void aPurgeThatWasStoppedForgetsNoKeys() {
    store.given(2);
    store.beforeTheNextRemoval(purge::stop);

    purge.purge();

    assertThat(calls).isEmpty();
  }

  @Test
  void whyKeysWereNotForgottenIsToldWithWhatWasRemoved() {
    keys.givenAway(KEYS_AWAY);
    store.given(3);

    assertThat(purge.purge()).isEqualTo(new Purged(3, 0, Optional.of(KEYS_AWAY)));
    assertThat(purging(Optional.empty()).purge())
        .isEqualTo(new Purged(0, 0, Optional.of(KEYS_AWAY)));
  }

  @Test
  void theFirstFailureIsTheOneThatIsTold() {
    StorageUnavailable first = new StorageUnavailable("groups are away", new TimeoutException());
    keys.givenAway(KEYS_AWAY);
    store.given(1);
    store.beforeTheNextRemoval(
        () -> {
          throw first;
        });

    assertThat(purge.purge()).isEqualTo(new Purged(0, 1, Optional.of(first)));
  }

  private PurgeService purging(Optional<DeletedGroups> groups) {
    return new PurgeService(
        groups, Optional.of(keys), Samples.SETTINGS, Clock.fixed(NOON, ZoneOffset.UTC));
  }
}
