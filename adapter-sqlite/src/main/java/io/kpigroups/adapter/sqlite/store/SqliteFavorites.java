package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Who watches which group, in the table {@code kpi_group_favorites}. */
public record SqliteFavorites(Database database) implements FavoriteStore {
  private record Facts(PooledConnection connection, Call user, Optional<ViewedGroup> found)
      implements Favorites.Facts {
    /** Told by the group that was looked up: no rule asks about another. */
    @Override
    public boolean contains(KpiGroupId group) {
      return found.filter(of -> of.group().id().equals(group) && of.favorite()).isPresent();
    }

    @Override
    public long all() {
      return number(named("count favorites"));
    }

    @Override
    public long live() {
      return number(named("count live favorites"));
    }

    private long number(String sql) {
      return connection.number(sql, user.account().value(), user.user().value());
    }
  }

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    change(user, group, (favorites, found) -> favorites.add(found, user.stamp(at), limits));
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    change(user, group, (favorites, found) -> favorites.remove(found, user.stamp(at)));
  }

  private void change(
      Call user,
      KpiGroupId group,
      BiFunction<Favorites, Optional<KpiGroup>, Decision<KpiGroup>> rule) {
    GroupChange change =
        new GroupChange(
            user,
            group,
            (connection, found) ->
                rule.apply(
                    new Favorites(user.account(), new Facts(connection, user, found)),
                    found.map(ViewedGroup::group)));
    database.write(user.deadline(), change::decide);
  }
}
