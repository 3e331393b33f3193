package io.kpigroups.domain.group;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A group as one user sees it: with that user's favorite mark.
 *
 * @param kpiCount how many KPIs are in it; empty if that was not asked for
 * @param purgeAfter from when on it cannot be restored; empty if it is not told, or it is live
 */
public record ViewedGroup(
    KpiGroup group, boolean favorite, OptionalLong kpiCount, Optional<Instant> purgeAfter) {

  /** A group of which nothing more is told. */
  public ViewedGroup(KpiGroup group, boolean favorite) {
    this(group, favorite, OptionalLong.empty(), Optional.empty());
  }

  /** The same, with the number of its KPIs. */
  public ViewedGroup withKpiCount(long count) {
    return new ViewedGroup(group, favorite, OptionalLong.of(count), purgeAfter);
  }

  /** The same, with the end of the time for a restore if it is deleted and that is not told yet. */
  public ViewedGroup keptFor(Duration retention) {
    return new ViewedGroup(
        group,
        favorite,
        kpiCount,
        purgeAfter.or(() -> group.life().deleted().map(deletion -> deletion.at().plus(retention))));
  }
}
