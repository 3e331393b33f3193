package com.example.store;

import com.example.store.MyTables.Rows;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;
import java.util.Set;

final class MyFavorites implements FavoriteStore {
  private final MyTables tables;

  MyFavorites(MyTables tables) {
    this.tables = tables;
  }

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    tables.inOneStep(
        user.account(),
        user.deadline(),
        rows -> {
          Decision<KpiGroup> decision =
              of(rows, user).add(rows.group(group), user.stamp(at), limits);
          if (decision.isChange()) {
            rows.addFavorite(user.user(), group);
          }
          return decision;
        });
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    tables.inOneStep(
        user.account(),
        user.deadline(),
        rows -> {
          Decision<KpiGroup> decision = of(rows, user).remove(rows.group(group), user.stamp(at));
          if (decision.isChange()) {
            rows.removeFavorite(user.user(), group);
          }
          return decision;
        });
  }

  private static Favorites of(Rows rows, Call user) {
    Set<KpiGroupId> favorites = rows.favorites(user.user());
    return new Favorites(
        rows.account,
        new Favorites.Facts() {
          @Override
          public boolean contains(KpiGroupId group) {
            return favorites.contains(group);
          }

          @Override
          public long all() {
            return favorites.size();
          }

          @Override
          public long live() {
            return MyGroups.live(rows).filter(group -> favorites.contains(group.id())).count();
          }
        });
  }
}
