package io.kpigroups.application.port.in;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KpiGroupId;

/**
 * Which groups a user watches. Both calls may be repeated; they never change the group itself.
 *
 * <p>Every call fails as those of {@link KpiGroups} do, besides what it says itself.
 */
public interface GroupFavorites {

  /**
   * Makes the group a favorite of the actor. A repeated call changes nothing.
   *
   * @throws GroupNotFound if there is no such group
   * @throws LimitReached if the actor has the most favorites allowed and this is not one of them
   */
  void add(Call call, KpiGroupId group);

  /**
   * Removes the group from the actor's favorites. A repeated call changes nothing.
   *
   * @throws GroupNotFound if there is no such group
   */
  void remove(Call call, KpiGroupId group);
}
