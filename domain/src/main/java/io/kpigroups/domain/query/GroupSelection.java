package io.kpigroups.domain.query;

import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which groups of an account are listed, and what is told of them.
 *
 * @param kpi the KPI that they contain; empty if that does not matter
 * @param deletedAfter lists groups that were deleted after this time and that no purge has begun to
 *     remove; empty for live groups
 * @param kpiCount whether to tell of each group how many KPIs are in it
 */
public record GroupSelection(
    Optional<KpiId> kpi, Optional<Instant> deletedAfter, boolean kpiCount) {
  /** All live groups. */
  public static final GroupSelection LIVE =
      new GroupSelection(Optional.empty(), Optional.empty(), false);

  /** All deleted groups that no purge has begun to remove. */
  public static final GroupSelection DELETED =
      new GroupSelection(Optional.empty(), Optional.of(Instant.EPOCH), false);

  /** Those of these groups that contain the KPI. */
  public GroupSelection with(KpiId member) {
    return new GroupSelection(Optional.of(member), deletedAfter, kpiCount);
  }

  /** The same groups, each with the number of its KPIs. */
  public GroupSelection withKpiCount() {
    return new GroupSelection(kpi, deletedAfter, true);
  }

  /** If deleted groups are asked for, only those that were deleted after this time as well. */
  public GroupSelection deletedAfter(Instant least) {
    return new GroupSelection(
        kpi, deletedAfter.map(asked -> asked.isBefore(least) ? least : asked), kpiCount);
  }

  /**
   * Whether the group is one of these: the reference for stores that filter by themselves.
   *
   * @param members the KPIs in the group
   */
  public boolean matches(KpiGroup group, Set<KpiId> members) {
    return kpi.map(members::contains).orElse(true)
        && deletedAfter
            .map(least -> isDeletedAfter(least, group.life()))
            .orElseGet(group.life()::isLive);
  }

  private static boolean isDeletedAfter(Instant least, GroupLife life) {
    return life instanceof GroupLife.Deleted deleted && deleted.deletion().at().isAfter(least);
  }
}
