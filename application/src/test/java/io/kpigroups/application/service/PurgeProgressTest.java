package io.kpigroups.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.in.GroupPurge.Purged;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How far a run of the purge comes on stores that do not do as they should, and what it reports.
 */
class PurgeProgressTest {
  private final DueGroups store = new DueGroups();
  private final PurgeService purge =
      new PurgeService(Optional.of(store), Optional.empty(), Settings.DEFAULT, Clock.systemUTC());

  @Test
  void aGroupThatCannotBeRemovedIsTriedOnceAndTheLaterOnesAreRemoved() {
    List<Claim> due = store.given(250);
    store.onRemoval(claim -> claim.equals(due.get(0)) ? unavailable("locked") : store.take(claim));

    Purged purged = purge.purge();

    assertThat(purged.removed()).isEqualTo(249);
    assertThat(purged.left()).isEqualTo(1);
    assertThat(purged.failure()).get().extracting(Throwable::getMessage).isEqualTo("locked");
    assertThat(purged.isClean()).isFalse();
    assertThat(store.tried(due.get(0))).isEqualTo(1);
    assertThat(store.left()).containsExactly(due.get(0));
  }

  @Test
  void moreGroupsThanABatchThatCannotBeRemovedDoNotBlockTheLaterOnes() {
    List<Claim> due = store.given(300);
    List<Claim> stuck = due.subList(0, 250);
    store.onRemoval(claim -> stuck.contains(claim) ? Removal.NOTHING : store.take(claim));

    Purged purged = purge.purge();

    assertThat(purged.removed()).isEqualTo(50);
    assertThat(purged.left()).isEqualTo(250);
    assertThat(purged.failure()).isEmpty();
    assertThat(purged.isClean()).isFalse();
    assertThat(due).allSatisfy(claim -> assertThat(store.tried(claim)).isEqualTo(1));
  }

  @Test
  void theNextRunTriesAgainWhatWasLeft() {
    store.given(3);
    store.onRemoval(claim -> unavailable("locked"));
    assertThat(purge.purge().left()).isEqualTo(3);

    store.onRemoval(store::take);

    assertThat(purge.purge().removed()).isEqualTo(3);
    assertThat(store.left()).isEmpty();
  }

  @Test
  void aStoreThatRemovesNothingEndsTheRun() {
    List<Claim> due = store.given(5_000);
    store.onRemoval(claim -> Removal.NOTHING);

    Purged purged = purge.purge();

    assertThat(purged.removed()).isZero();
    assertThat(purged.left()).isPositive();
    assertThat(due).allSatisfy(claim -> assertThat(store.tried(claim)).isLessThanOrEqualTo(1));
  }

  @Test
  void aStoreThatNeverComesToAnEndAndRemovesNothingEndsTheRun() {
    store.given(100);
    store.onRemoval(
        claim -> {
          store.take(claim);
          store.given(1);
          return Removal.NOTHING;
        });

    assertThat(purge.purge().removed()).isZero();
  }

  @Test
  void whatAnotherPurgeRemovesMeanwhileIsNeitherCountedNorLeft() {
    List<Claim> due = store.given(150);
    store.onRemoval(
        claim -> {
          Removal removal = store.take(claim);
          return due.indexOf(claim) % 2 == 0 ? removal : Removal.NOTHING;
        });

    Purged purged = purge.purge();

    assertThat(purged.removed()).isEqualTo(75);
    assertThat(purged.left()).isZero();
    assertThat(purged.isClean()).isTrue();
  }

  @Test
  void purgesAtOnceReportTogetherWhatWasThere() throws Exception {
    store.given(2_000);
    CountDownLatch start = new CountDownLatch(3);
    Callable<Purged> run =
        () -> {
          start.countDown();
          start.await();
          return new PurgeService(
                  Optional.of(store), Optional.empty(), Settings.DEFAULT, Clock.systemUTC())
              .purge();
        };
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Purged>> runs = IntStream.range(0, 3).mapToObj(i -> threads.submit(run)).toList();
      int removed = 0;
      for (Future<Purged> one : runs) {
        Purged purged = one.get(5, TimeUnit.MINUTES);
        assertThat(purged.isClean()).isTrue();
        removed += purged.removed();
      }
      assertThat(removed).isEqualTo(2_000);
      assertThat(store.left()).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aStoreThatGoesAwayEndsTheRunAndWhatWasRemovedBeforeIsReported() {
    store.given(150);
    store.onClaim(claims -> store.left().size() == 150 ? claims : List.of(gone()));

    Purged purged = purge.purge();

    assertThat(purged.removed()).isEqualTo(100);
    assertThat(purged.failure()).get().extracting(Throwable::getMessage).isEqualTo("away");
    assertThat(store.left()).hasSize(50);
  }

  @Test
  void theFirstFailureIsTheOneThatIsTold() {
    store.given(2);
    store.onRemoval(claim -> unavailable(store.tried(claim) + " of " + store.left().size()));

    Purged purged = purge.purge();

    assertThat(purged.failure()).get().extracting(Throwable::getMessage).isEqualTo("1 of 2");
  }

  @Test
  void aPurgeThatIsStoppedEndsBehindTheGroupThatItIsAtAndNoneBeginsAgain() {
    store.given(10);
    store.onRemoval(
        claim -> {
          if (store.left().size() == 8) {
            purge.stop();
          }
          return store.take(claim);
        });

    assertThat(purge.purge().removed()).isEqualTo(3);
    store.onClaim(
        claims -> {
          throw new AssertionError("A stopped purge claims no groups.");
        });
    assertThat(purge.purge().removed()).isZero();
    assertThat(store.left()).hasSize(7);
  }

  private static Removal unavailable(String why) {
    throw new StorageUnavailable(why, new TimeoutException());
  }

  private static Claim gone() {
    throw new StorageUnavailable("away", new TimeoutException());
  }
}
