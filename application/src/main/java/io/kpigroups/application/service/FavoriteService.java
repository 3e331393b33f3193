package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Clock;

/** Marking groups as favorites. */
public final class FavoriteService implements GroupFavorites {
  private final FavoriteStore store;
  private final Settings settings;
  private final Clock clock;

  public FavoriteService(FavoriteStore store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

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
