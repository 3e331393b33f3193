package io.kpigroups.application.port.out;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/**
 * Stores who watches which group. A repeated call changes nothing and succeeds.
 *
 * <p>{@link io.kpigroups.domain.group.Favorites} decides what may be changed.
 */
public interface FavoriteStore {

  /**
   * Makes the group a favorite of the user, who never has more favorites on live groups than the
   * limit.
   *
   * @throws GroupNotFound if there is no such group
   * @throws LimitReached if the user has as many already and this is not one of them
   */
  void add(Call user, KpiGroupId group, Instant at, AccountLimits limits);

  /**
   * Removes the group from the user's favorites.
   *
   * @throws GroupNotFound if there is no such group
   */
  void remove(Call user, KpiGroupId group, Instant at);
}
