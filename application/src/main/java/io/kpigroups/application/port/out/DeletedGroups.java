package io.kpigroups.application.port.out;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.KpiGroupId;
import java.time.Instant;
import java.util.List;

/**
 * Removes deleted groups for good, in steps that may be cut off anywhere, repeated, and taken by
 * several processes at once. The only port that works across accounts.
 */
public interface DeletedGroups {

  /** A group that is claimed for the purge. */
  record Claim(AccountId account, KpiGroupId group) {}

  /** What {@link #removeGroup} did. */
  enum Removal {
    REMOVED,
    NOTHING
  }

  /**
   * Marks groups that were deleted at or before {@code deadline} as being purged, longest deleted
   * first; from then on they cannot be restored. Groups that an earlier, interrupted purge has
   * marked are answered again, whatever its deadline was.
   *
   * @param most how many to answer
   */
  List<Claim> claim(Instant deadline, int most);

  /**
   * How many groups are due and not removed yet: those that were deleted at or before {@code
   * deadline}, and those that a purge has marked.
   */
  long backlog(Instant deadline);

  /** Removes the members and favorites of a claimed group; nothing happens where none are left. */
  void removeChildren(Claim claim);

  /**
   * Removes a claimed group that has no children any more; nothing happens where it is gone, or was
   * not marked. Of many callers who remove the same group at once exactly one is told {@link
   * Removal#REMOVED}.
   */
  Removal removeGroup(Claim claim);
}
