package io.kpigroups.application.port.in;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KpiGroupId;

/** Which groups a user watches. Both calls may be repeated; they never change the group itself. */
public interface GroupFavorites {

  /**
   * Sees to it that the group is a favorite of the actor.
   *
   * @throws GroupNotFound if there is no such group
   * @throws LimitReached if the actor has as many favorites as a user may and this is not one
   */
  void add(Call call, KpiGroupId group);

  /**
   * Sees to it that the group is no favorite of the actor.
   *
   * @throws GroupNotFound if there is no such group
   */
  void remove(Call call, KpiGroupId group);
}
