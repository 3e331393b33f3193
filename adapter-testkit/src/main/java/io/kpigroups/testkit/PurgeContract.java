package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.RevisionMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What {@link DeletedGroups} promises. It works across accounts, so these tests delete in times of
 * their own, long ago, and look at the claims of their own account only.
 */
public interface PurgeContract extends StorageFixture {
  /** When these tests delete. */
  Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.500Z");

  /**
   * How many rows the store keeps of an account in all: groups, deleted ones as well, memberships,
   * favorites and register entries.
   */
  long storedRows(AccountId account);

  @Test
  default void onlyWhatWasDeletedAtOrBeforeTheDeadlineIsClaimedLongestDeletedFirst() {
    Actor ann = annInNewAccount();
    newGroupId(ann);
    KpiGroupId second = deleted(ann, LONG_AGO);
    KpiGroupId first = deleted(ann, LONG_AGO.minusMillis(1));
    deleted(ann, LONG_AGO.plusMillis(1));
    assertThat(claims(ann, LONG_AGO)).extracting(Claim::group).containsExactly(first, second);
  }

  @Test
  default void aPurgeRemovesTheGroupItsMembersAndFavoritesAndNothingElse() {
    Actor ann = annInNewAccount();
    KpiId kpi = newKpi(ann);
    KpiGroupId kept = full(ann, kpi);
    KpiGroupId keptDeleted = full(ann, kpi);
    storage().groups().delete(ann, keptDeleted, NOON, RevisionMatch.any());
    assertThat(storedRows(ann.account())).isEqualTo(1 + 2 * 4);
    storage().groups().delete(ann, full(ann, kpi), LONG_AGO, RevisionMatch.any());
    purge(ann);
    assertThat(storedRows(ann.account())).isEqualTo(1 + 2 * 4);
    assertThat(storage().groups().find(ann, kept).orElseThrow().favorite()).isTrue();
    assertThat(storage().kpis().find(ann, kpi)).isPresent();
  }

  @Test
  default void aPurgeCutOffAfterAnyStepAndRunAgainLeavesNothing() {
    for (int steps = 0; steps <= 5; steps++) {
      Actor ann = annInNewAccount();
      KpiId kpi = newKpi(ann);
      for (int i = 0; i < 2; i++) {
        storage().groups().delete(ann, full(ann, kpi), LONG_AGO, RevisionMatch.any());
      }
      purge(ann, steps);
      purge(ann);
      assertThat(storedRows(ann.account())).as("cut off after %d steps", steps).isEqualTo(1);
      assertThat(claims(ann, LONG_AGO)).isEmpty();
    }
  }

  @Test
  default void everyStepMayBeRepeated() {
    Actor ann = annInNewAccount();
    storage().groups().delete(ann, full(ann, newKpi(ann)), LONG_AGO, RevisionMatch.any());
    Claim claim = claims(ann, LONG_AGO).get(0);
    assertThat(claims(ann, LONG_AGO)).containsExactly(claim);
    for (int i = 0; i < 2; i++) {
      storage().deletedGroups().removeChildren(claim);
    }
    for (int i = 0; i < 2; i++) {
      storage().deletedGroups().removeGroup(claim);
    }
    storage().deletedGroups().removeChildren(claim);
    assertThat(storedRows(ann.account())).isEqualTo(1);
  }

  @Test
  default void twoPurgesAtOnceLeaveNothing() {
    Actor ann = annInNewAccount();
    KpiId kpi = newKpi(ann);
    for (int i = 0; i < 5; i++) {
      storage().groups().delete(ann, full(ann, kpi), LONG_AGO, RevisionMatch.any());
    }
    List<Race.Finish<Integer>> finishes = Race.of(2, () -> purge(ann));
    assertThat(finishes).allSatisfy(finish -> assertThat(finish.failure()).isEmpty());
    assertThat(storedRows(ann.account())).isEqualTo(1);
  }

  @Test
  default void aClaimIsBounded() {
    Actor ann = annInNewAccount();
    deleted(ann, LONG_AGO.minus(Duration.ofDays(1)));
    deleted(ann, LONG_AGO.minus(Duration.ofDays(1)));
    assertThat(storage().deletedGroups().claim(LONG_AGO, 1)).hasSize(1);
  }

  private int purge(Actor actor) {
    return purge(actor, Integer.MAX_VALUE);
  }

  /** Purges what the account has, cut off after so many steps; answers how many it took. */
  private int purge(Actor actor, int mostSteps) {
    DeletedGroups store = storage().deletedGroups();
    int steps = 0;
    if (steps++ >= mostSteps) {
      return steps;
    }
    for (Claim claim : claims(actor, LONG_AGO)) {
      if (steps++ >= mostSteps) {
        return steps;
      }
      store.removeChildren(claim);
      if (steps++ >= mostSteps) {
        return steps;
      }
      store.removeGroup(claim);
    }
    return steps;
  }

  private List<Claim> claims(Actor actor, Instant deadline) {
    return storage().deletedGroups().claim(deadline, NO_LIMIT).stream()
        .filter(claim -> claim.account().equals(actor.account()))
        .toList();
  }

  private KpiGroupId deleted(Actor actor, Instant at) {
    KpiGroupId id = newGroupId(actor);
    storage().groups().delete(actor, id, at, RevisionMatch.any());
    return id;
  }

  /** A group with a member and two favorites: four rows. */
  private KpiGroupId full(Actor actor, KpiId kpi) {
    KpiGroupId id = newGroupId(actor);
    join(actor, id, kpi);
    storage().favorites().add(actor, id, NO_LIMIT);
    storage().favorites().add(colleague(actor, "bob"), id, NO_LIMIT);
    return id;
  }
}
