package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Clock;

/** Marking groups as favorites. */
public record FavoriteService(FavoriteStore store, Settings settings, Clock clock)
    implements GroupFavorites {
  @Override
  public void add(Call call, KpiGroupId group) {
    Operation.FAVORITE_GROUP.authorize(call.actor());
    store.add(call, group, clock.instant(), settings.limits());
  }

  @Override
  public void remove(Call call, KpiGroupId group) {
    Operation.UNFAVORITE_GROUP.authorize(call.actor());
    store.remove(call, group, clock.instant());
  }
}
