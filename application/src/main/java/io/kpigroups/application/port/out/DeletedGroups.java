package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Removes deleted groups for good, in steps that may be interrupted, repeated, and run by several
 * processes at once. The only port that works across accounts.
 *
 * <p>{@link io.kpigroups.domain.group.KpiGroup#purge} decides which groups are due.
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
   * Marks groups that were deleted at or before {@code deletedBy} as being purged, those deleted
   * longest ago first; from then on nothing else may happen to them. Groups that an earlier,
   * interrupted purge has marked are returned again, before the others or among them; groups
   * already removed are not.
   *
   * @param most the greatest number of groups to mark and return
   */
  List<Claim> claim(Instant deletedBy, int most, Deadline deadline);

  /**
   * How many groups are due and not removed yet: those that were deleted at or before {@code
   * deletedBy}, and those that a purge has marked.
   */
  long backlog(Instant deletedBy, Deadline deadline);

  /**
   * Removes a marked group with its members and the favorites on it, the group last. Nothing
   * happens if it is gone or was not marked. An idempotency key that is kept for the group counts
   * as done before the group is gone, so that nobody makes it again. Of several callers who remove
   * the same group at once exactly one gets {@link Removal#REMOVED}.
   */
  Removal remove(Claim claim, Deadline deadline);
}
