package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Removes deleted groups for good, in steps that may be cut off anywhere, repeated, and taken by
 * several processes at once. The only port that works across accounts.
 *
 * <p>Which groups are due {@link io.kpigroups.domain.group.KpiGroup#purge} decides.
 */
public interface DeletedGroups {
  /** A group that is claimed for the purge. */
  record Claim(AccountId account, KpiGroupId group) {}

  /** What {@link #remove} did. */
  enum Removal {
    REMOVED,
    NOTHING
  }

  /**
   * Marks groups that were deleted at or before {@code deletedBy} as being purged, longest deleted
   * first, in whatever order where they were deleted at the same time; from then on they cannot be
   * restored. Groups that an earlier, interrupted purge has marked are answered again, whatever its
   * time was, before the others or among them. What was removed meanwhile does not come back.
   *
   * @param most how many to answer, and no more are marked
   */
  List<Claim> claim(Instant deletedBy, int most, Deadline deadline);

  /**
   * How many groups are due and not removed yet: those that were deleted at or before {@code
   * deletedBy}, and those that a purge has marked.
   */
  long backlog(Instant deletedBy, Deadline deadline);

  /**
   * Removes a claimed group with its members and the favorites on it, the group last; nothing
   * happens where it is gone, or was not marked. Of many callers who remove the same group at once
   * exactly one is told {@link Removal#REMOVED}.
   */
  Removal remove(Claim claim, Deadline deadline);
}
