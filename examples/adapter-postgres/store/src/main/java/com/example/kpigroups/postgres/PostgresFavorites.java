package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/** The favorites. */
record PostgresFavorites(PostgresGroups groups) implements FavoriteStore {

  @Override
  public void add(Call by, KpiGroupId group, Instant at, AccountLimits limits) {
    groups.change(by, group, tx -> found -> own(tx, by).add(found, by.stamp(at), limits));
  }

  @Override
  public void remove(Call by, KpiGroupId group, Instant at) {
    groups.change(by, group, tx -> found -> own(tx, by).remove(found, by.stamp(at)));
  }

  /** A user's change one after the other, so that the limit holds exactly. */
  private static Favorites own(Transaction tx, Call by) {
    String lock = "SELECT count(pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 0)))";
    tx.count(lock, by.account(), by.user());
    return new Favorites(by.account(), new Facts(tx, by));
  }

  record Facts(Transaction tx, Call by) implements Favorites.Facts {
    @Override
    public boolean contains(KpiGroupId group) {
      return count(" AND group_id = ?", group) > 0;
    }

    @Override
    public long all() {
      return count("");
    }

    @Override
    public long live() {
      String live = "SELECT id FROM kpi_groups WHERE account = ? AND life = 0";
      return count(" AND group_id IN (" + live + ")", by.account());
    }

    private long count(String which, Object... part) {
      String own = "SELECT count(*) FROM kpi_group_favorites WHERE account = ? AND user_id = ?";
      return tx.count("??", Sql.of(own, by.account(), by.user()), Sql.of(which, part));
    }
  }
}
