package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/** The favorites. A user's are added one after the other, so that the limit holds exactly. */
record PostgresFavorites(Database database) implements FavoriteStore {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 0)) IS NULL";
  private static final String OWN = " account = ? AND user_id = ?";

  @Override
  public void add(Call by, KpiGroupId group, Instant at, AccountLimits limits) {
    database.write(
        by,
        tx -> {
          tx.isTrue(LOCK, by.account(), by.user());
          var found = GroupRows.look(tx, by.account(), group, GroupRows.TO_KEEP);
          Favorites favorites = new Favorites(by.account(), new Facts(tx, by));
          if (favorites.add(found, by.stamp(at), limits).isChange()) {
            String sql = "INSERT INTO kpi_group_favorites VALUES (?, ?, ?)";
            tx.update(sql, by.account(), by.user(), group);
          }
          return found;
        });
  }

  @Override
  public void remove(Call by, KpiGroupId group, Instant at) {
    database.write(
        by,
        tx -> {
          var found = GroupRows.look(tx, by.account(), group, GroupRows.TO_KEEP);
          Favorites favorites = new Favorites(by.account(), new Facts(tx, by));
          if (favorites.remove(found, by.stamp(at)).isChange()) {
            String sql = "DELETE FROM kpi_group_favorites WHERE" + OWN + " AND group_id = ?";
            tx.update(sql, by.account(), by.user(), group);
          }
          return found;
        });
  }

  static boolean contains(Transaction tx, Call by, KpiGroupId group) {
    String sql = "SELECT count(*) > 0 FROM kpi_group_favorites WHERE" + OWN + " AND group_id = ?";
    return tx.isTrue(sql, by.account(), by.user(), group);
  }

  private record Facts(Transaction tx, Call by) implements Favorites.Facts {
    @Override
    public boolean contains(KpiGroupId group) {
      return PostgresFavorites.contains(tx, by, group);
    }

    @Override
    public long all() {
      String sql = "SELECT count(*) FROM kpi_group_favorites WHERE" + OWN;
      return tx.count(sql, by.account(), by.user());
    }

    @Override
    public long live() {
      String sql =
          "SELECT count(*) FROM kpi_group_favorites f JOIN kpi_groups g USING (account)"
              + " WHERE g.id = f.group_id AND g.life = 0 AND account = ? AND f.user_id = ?";
      return tx.count(sql, by.account(), by.user());
    }
  }
}
