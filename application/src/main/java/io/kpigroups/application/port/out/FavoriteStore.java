package io.kpigroups.application.port.out;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.LimitReached;

/** Keeps who watches which group. A repeated call changes nothing and succeeds again. */
public interface FavoriteStore {

  /**
   * Sees to it that the group is a favorite of the user.
   *
   * @param limit how many favorites the user may have in the account, those on deleted groups left
   *     out; writers at the same moment may overshoot it
   * @throws GroupNotFound if there is no such group
   * @throws LimitReached if the user has as many already and this is not one of them
   */
  void add(Actor user, KpiGroupId group, int limit);

  /**
   * Sees to it that the group is no favorite of the user.
   *
   * @throws GroupNotFound if there is no such group
   */
  void remove(Actor user, KpiGroupId group);
}
