package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/** Who watches which group, in the table {@code kpi_group_favorites}. */
public record SqliteFavorites(Database database) implements FavoriteStore {
  private record Facts(PooledConnection connection, Call user) implements Favorites.Facts {
    @Override
    public boolean contains(KpiGroupId group) {
      return connection.exists(
          named("find favorite"), user.account().value(), user.user().value(), group.value());
    }

    @Override
    public long live() {
      return connection.number(
          named("count favorites"), user.account().value(), user.user().value());
    }
  }

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    change(user, group, (c, found) -> favorites(c, user).add(found, user.stamp(at), limits));
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    change(user, group, (c, found) -> favorites(c, user).remove(found, user.stamp(at)));
  }

  private static Favorites favorites(PooledConnection connection, Call user) {
    return new Favorites(user.account(), new Facts(connection, user));
  }

  private void change(Call user, KpiGroupId group, GroupChange.Rule rule) {
    database.write(user.deadline(), new GroupChange(user, group, rule)::decide);
  }
}
