package io.kpigroups.testkit;

import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Favorite;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.UserId;

/** The favorites in memory. */
final class InMemoryFavorites implements FavoriteStore {
  private final Tables tables;

  InMemoryFavorites(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Actor user, KpiGroupId group, int limit) {
    tables.exclusively(
        () -> {
          AccountRows rows = tables.of(user.account());
          Favorite favorite = Favorite.of(rows.live(group), user);
          if (!rows.favorites.contains(favorite) && favoritesOf(rows, user.user()) >= limit) {
            throw LimitReached.favorites(limit);
          }
          return rows.favorites.add(favorite);
        });
  }

  @Override
  public void remove(Actor user, KpiGroupId group) {
    tables.exclusively(
        () -> {
          AccountRows rows = tables.of(user.account());
          return rows.favorites.remove(Favorite.of(rows.live(group), user));
        });
  }

  private static long favoritesOf(AccountRows rows, UserId user) {
    return rows.favorites.stream()
        .filter(favorite -> favorite.user().equals(user))
        .filter(favorite -> rows.findLive(favorite.group()).isPresent())
        .count();
  }
}
