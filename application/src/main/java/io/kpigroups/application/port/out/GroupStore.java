package io.kpigroups.application.port.out;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
import java.util.Optional;

/** Keeps groups. Every call answers for its actor: a group comes with that user's favorite mark. */
public interface GroupStore {

  /**
   * The groups of the account that match, in the order asked for, and how many match in all. A page
   * behind the last row is empty.
   */
  Page<ViewedGroup> list(Actor viewer, GroupQuery query);

  /** One group; empty if the account has none of this id. */
  Optional<ViewedGroup> find(Actor viewer, KpiGroupId id);

  /**
   * Makes a group with an id of the store's own, not a favorite of anybody. A repeated call makes
   * another.
   *
   * @param limit how many groups the account may have; writers at the same moment may overshoot it
   * @throws LimitReached if it has as many already, deleted ones left out
   */
  ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit);

  /**
   * Renames a group if it is in a revision that is expected, in one step: of two writers that
   * expect the same revision one wins. A rename to the name that it has succeeds and changes
   * nothing.
   *
   * @return the group as it is then
   * @throws GroupNotFound if there is none
   * @throws StaleRevision if it is in another revision; nothing was changed
   */
  ViewedGroup rename(
      Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected);

  /**
   * Deletes a group if it is in a revision that is expected, in one step. Its members and favorites
   * are kept until it is purged, but nothing shows them. Of a repeated call the second finds
   * nothing.
   *
   * @throws GroupNotFound if there is none
   * @throws StaleRevision if it is in another revision; nothing was changed
   */
  void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected);
}
