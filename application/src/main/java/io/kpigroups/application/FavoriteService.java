package io.kpigroups.application;

import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KpiGroupId;

/** Marking groups as favorites. */
public final class FavoriteService implements GroupFavorites {
  private final FavoriteStore store;
  private final Settings settings;

  public FavoriteService(FavoriteStore store, Settings settings) {
    this.store = store;
    this.settings = settings;
  }

  @Override
  public void add(Actor actor, KpiGroupId group) {
    Operation.FAVORITE_GROUP.authorize(actor);
    store.add(actor, group, settings.limits().favoritesPerUser());
  }

  @Override
  public void remove(Actor actor, KpiGroupId group) {
    Operation.UNFAVORITE_GROUP.authorize(actor);
    store.remove(actor, group);
  }
}
