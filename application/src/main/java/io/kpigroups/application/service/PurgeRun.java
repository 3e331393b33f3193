package io.kpigroups.application.service;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.GroupPurge.Purged;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.failure.KpiGroupException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run of the purge. It tries each group once and goes on past one that it cannot remove. */
final class PurgeRun {
  private static final int BATCH = 100;

  /**
   * The run ends after so many batches in a row without a removal. A single one says little:
   * another purge may have been faster.
   */
  private static final int PATIENCE = 10;

  private final DeletedGroups store;
  private final Instant deletedBy;
  private final BooleanSupplier stopped;
  private final Set<Claim> left = new HashSet<>();
  private int removed;
  private @Nullable KpiGroupException failure;

  PurgeRun(DeletedGroups store, Instant deletedBy, BooleanSupplier stopped) {
    this.store = store;
    this.deletedBy = deletedBy;
    this.stopped = stopped;
  }

  Purged run() {
    try {
      int inVain = 0;
      for (Set<Claim> batch = claim(); !batch.isEmpty() && inVain < PATIENCE; batch = claim()) {
        int before = removed;
        remove(batch);
        inVain = removed == before ? inVain + 1 : 0;
      }
    } catch (KpiGroupException e) {
      note(e);
    }
    return new Purged(removed, left.size(), Optional.ofNullable(failure));
  }

  /**
   * The next groups. The store answers again what could not be removed, so that is left out; what
   * it no longer answers another purge has removed.
   */
  private Set<Claim> claim() {
    if (stopped.getAsBoolean()) {
      return Set.of();
    }
    Set<Claim> claims = new LinkedHashSet<>(store.claim(deletedBy, BATCH + left.size(), step()));
    left.retainAll(claims);
    claims.removeAll(left);
    return claims;
  }

  private void remove(Set<Claim> batch) {
    for (Claim claim : batch) {
      if (stopped.getAsBoolean()) {
        return;
      }
      if (isRemoved(claim)) {
        removed++;
      } else {
        left.add(claim);
      }
    }
  }

  private boolean isRemoved(Claim claim) {
    try {
      return store.remove(claim, step()) == Removal.REMOVED;
    } catch (KpiGroupException e) {
      note(e);
      return false;
    }
  }

  private static Deadline step() {
    return Deadline.in(PurgeService.STEP);
  }

  /** The first failure is the one that is told. */
  private void note(KpiGroupException e) {
    failure = failure == null ? e : failure;
  }
}
