package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Favorite;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.ViewedGroup;
import java.sql.SQLException;

/** Who watches which group, in the table {@code kpi_group_favorites}. */
final class SqliteFavorites implements FavoriteStore {
  private final Database database;

  SqliteFavorites(Database database) {
    this.database = database;
  }

  @Override
  public void add(Actor user, KpiGroupId group, int limit) {
    database.write(
        session -> {
          ViewedGroup viewed = GroupRow.require(session, user, group);
          return viewed.favorite() || insert(session, Favorite.of(viewed.group(), user), limit);
        });
  }

  private static boolean insert(Session session, Favorite favorite, int limit) throws SQLException {
    String account = favorite.account().value();
    String user = favorite.user().value();
    if (session.number(Sql.COUNT_FAVORITES, account, user) >= limit) {
      throw LimitReached.favorites(limit);
    }
    session.runOne(Sql.INSERT_FAVORITE, account, favorite.group().value(), user);
    return true;
  }

  @Override
  public void remove(Actor user, KpiGroupId group) {
    String account = user.account().value();
    database.write(
        session -> {
          GroupRow.require(session, user, group);
          return session.run(Sql.DELETE_FAVORITE, account, group.value(), user.user().value());
        });
  }
}
