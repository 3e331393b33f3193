package io.kpigroups.domain.query;

import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which groups of an account are listed, and what is told of them: begin with {@link #LIVE} or
 * {@link #DELETED}, and narrow it down.
 *
 * @param filter what they have; "the groups of a KPI" and "my favorites" are filters too
 * @param deletedAfter lists groups that were deleted after this time and that no purge has begun to
 *     remove; empty for live groups
 * @param kpiCount whether to tell of each group how many KPIs are in it
 */
public record GroupSelection(GroupFilter filter, Optional<Instant> deletedAfter, boolean kpiCount) {
  /** All live groups. */
  public static final GroupSelection LIVE =
      new GroupSelection(GroupFilter.ALL, Optional.empty(), false);

  /** All deleted groups that no purge has begun to remove. */
  public static final GroupSelection DELETED =
      new GroupSelection(GroupFilter.ALL, Optional.of(Instant.EPOCH), false);

  /** Those of these groups that match the filter. */
  public GroupSelection with(GroupFilter more) {
    return new GroupSelection(GroupFilter.and(List.of(filter, more)), deletedAfter, kpiCount);
  }

  /** Those of these groups that contain the KPI. */
  public GroupSelection with(KpiId member) {
    return with(new GroupFilter.HasKpi(List.of(member)));
  }

  /** The same groups, each with the number of its KPIs. */
  public GroupSelection withKpiCount() {
    return new GroupSelection(filter, deletedAfter, true);
  }

  /** If deleted groups are asked for, only those that were deleted after this time as well. */
  public GroupSelection deletedAfter(Instant least) {
    return new GroupSelection(
        filter, deletedAfter.map(asked -> asked.isBefore(least) ? least : asked), kpiCount);
  }

  /** Whether the group is one of these: the reference for stores that filter by themselves. */
  public boolean matches(Candidate candidate) {
    GroupLife life = candidate.group().life();
    return deletedAfter.map(least -> isDeletedAfter(least, life)).orElseGet(life::isLive)
        && filter.matches(candidate);
  }

  private static boolean isDeletedAfter(Instant least, GroupLife life) {
    return life instanceof GroupLife.Deleted deleted && deleted.deletion().at().isAfter(least);
  }
}
