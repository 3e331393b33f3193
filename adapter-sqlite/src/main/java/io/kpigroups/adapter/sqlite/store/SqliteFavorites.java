package io.kpigroups.adapter.sqlite.store;

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
  static final String COUNT =
      """
      SELECT count(*)
      FROM kpi_group_favorites f
      CROSS JOIN kpi_groups g INDEXED BY kpi_groups_by_id
        ON g.account_id = f.account_id AND g.id = f.group_id
      WHERE f.account_id = ?1 AND f.user_id = ?2 AND g.state = 'live'
      """;

  static final String INSERT =
      "INSERT INTO kpi_group_favorites (account_id, group_id, user_id) VALUES (?1, ?2, ?3)";

  static final String DELETE =
      "DELETE FROM kpi_group_favorites WHERE account_id = ?1 AND group_id = ?2 AND user_id = ?3";

  /** The group that it is about was found together with whether it is one of them. */
  private record Facts(PooledConnection connection, Call user, Optional<ViewedGroup> found)
      implements Favorites.Facts {
    @Override
    public boolean contains(KpiGroupId group) {
      return found.map(ViewedGroup::favorite).orElse(false);
    }

    @Override
    public long live() {
      return connection.number(COUNT, user.account().value(), user.user().value());
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
    GroupChange.write(
        database,
        user,
        group,
        (connection, found) -> {
          Facts facts = new Facts(connection, user, found);
          return rule.apply(new Favorites(user.account(), facts), found.map(ViewedGroup::group));
        });
  }
}
