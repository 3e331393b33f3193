package io.kpigroups.testkit;

import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Favorite;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.LimitReached;

final class InMemoryFavorites implements FavoriteStore {
  private final InMemoryTables tables;

  InMemoryFavorites(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Actor user, KpiGroupId group, int limit) {
    tables.atomically(
        () -> {
          Favorite favorite = Favorite.of(tables.get(user, group), user);
          if (!tables.favorites.contains(favorite) && favoritesOf(user) >= limit) {
            throw LimitReached.favorites(limit);
          }
          return tables.favorites.add(favorite);
        });
  }

  @Override
  public void remove(Actor user, KpiGroupId group) {
    tables.atomically(() -> tables.favorites.remove(Favorite.of(tables.get(user, group), user)));
  }

  private long favoritesOf(Actor user) {
    return tables.favorites.stream()
        .filter(favorite -> favorite.user().equals(user.user()))
        .filter(favorite -> tables.find(user, favorite.group()).isPresent())
        .count();
  }
}
