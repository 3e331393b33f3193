package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps groups. Every call answers for who makes it: a group comes with that user's favorite mark.
 *
 * <p>What may be changed and why not {@link io.kpigroups.domain.group.KpiGroup} decides.
 */
public interface GroupStore {

  /**
   * The groups of the account that match, in the order asked for, and how many match in all if the
   * query wants that counted. A page behind the last row is empty.
   */
  Page<ViewedGroup> list(Call viewer, ListQuery<GroupField> query);

  /** One group; empty if the account has none of this id. */
  Optional<ViewedGroup> find(Call viewer, KpiGroupId id);

  /**
   * Makes a group, not a favorite of anybody, in one step. Called again with the same id, user and
   * time it makes no other, and answers the group as it is by then; so a lost answer is looked up
   * or the call is repeated. A store that delegates may give an id of its own, and cannot repeat.
   *
   * @param id an id that no group has
   * @throws LimitReached if the account has as many groups as it may
   * @throws IdTaken if the id is another group's; nothing was made
   */
  ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits);

  /**
   * Renames a group if it is in a revision that is expected, in one step: of two writers that
   * expect the same revision one wins. A rename to the name that it has succeeds and changes
   * nothing.
   *
   * @return the group as it is then
   * @throws GroupNotFound if there is none
   * @throws StaleRevision if it is in another revision; nothing was changed
   */
  ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected);

  /**
   * Deletes a group if it is in a revision that is expected, in one step. Its members and favorites
   * are kept until it is purged, but nothing shows them. Of a repeated call the second finds
   * nothing; one whose first step was made and its answer lost has succeeded.
   *
   * @throws GroupNotFound if there is none
   * @throws StaleRevision if it is in another revision; nothing was changed
   */
  void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected);
}
