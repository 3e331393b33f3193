package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/** The favorites in memory. */
final class InMemoryFavorites implements FavoriteStore {
  private final Tables tables;

  InMemoryFavorites(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Call user, KpiGroupId id, Instant at, AccountLimits limits) {
    tables.with(
        user,
        rows -> {
          rows.favorites(user.user()).add(rows.group(id), user.stamp(at), limits);
          return rows.favoritesOf(user.user()).add(id);
        });
  }

  @Override
  public void remove(Call user, KpiGroupId id, Instant at) {
    tables.with(
        user,
        rows -> {
          rows.favorites(user.user()).remove(rows.group(id), user.stamp(at));
          return rows.favoritesOf(user.user()).remove(id);
        });
  }
}
