package com.example.kpigroups.postgres;

import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The rows of {@code kpi_groups}. */
final class GroupRows {
  /** Nobody else changes the group or its members; new favorites wait too. */
  static final String TO_CHANGE = " FOR NO KEY UPDATE OF g";

  /** Nobody changes the group. */
  static final String TO_KEEP = " FOR SHARE OF g";

  private static final Stamp NONE = new Stamp(UserId.stored(""), Instant.EPOCH);

  private GroupRows() {}

  /** The group of this id in the account, whatever its life. */
  static Optional<KpiGroup> look(Transaction tx, AccountId account, KpiGroupId id, String lock) {
    String sql = "SELECT g.* FROM kpi_groups g WHERE g.account = ? AND g.id = ?" + lock;
    return tx.find(GroupRows::group, Sql.of(sql, account, id));
  }

  static KpiGroup group(ResultSet row) throws SQLException {
    return new KpiGroup(
        new AccountId(row.getString("account")),
        new KpiGroupId(row.getString("id")),
        Name.stored(row.getString("name")),
        stamp(row, "created"),
        stamp(row, "modified"),
        Revision.of(row.getLong("revision")),
        switch (row.getInt("life")) {
          case 0 -> GroupLife.LIVE;
          case 1 -> new GroupLife.Deleted(stamp(row, "deleted"));
          default -> new GroupLife.Purging(stamp(row, "deleted"));
        });
  }

  static Stamp stamp(ResultSet row, String what) throws SQLException {
    Instant at = Instant.ofEpochMilli(row.getLong(what + "_at"));
    return new Stamp(UserId.stored(row.getString(what + "_by")), at);
  }

  /** Whether there was no group of this id in the account, so that there is now. */
  static boolean insert(Transaction tx, KpiGroup group) {
    Sql id = Sql.of("INSERT INTO kpi_groups VALUES (?, ?, ", group.id(), group.account());
    Sql created = Sql.of("?, ?, ", group.created().by(), group.created().at());
    return tx.update(id.then(created).then(state(group)).then(") ON CONFLICT DO NOTHING")) > 0;
  }

  /** Writes what a change may have made of the group. */
  static void update(Transaction tx, KpiGroup group) {
    tx.update(
        Sql.of("UPDATE kpi_groups SET (name, name_key, modified_by, modified_at, revision, life,")
            .then(" deleted_by, deleted_at) = (")
            .then(state(group))
            .then(") WHERE account = ? AND id = ?", group.account(), group.id()));
  }

  private static Sql state(KpiGroup group) {
    GroupLife life = group.life();
    Stamp deleted = life.deleted().orElse(NONE);
    return Sql.of("?, ?, ", group.name(), group.name().key())
        .then("?, ?, ?, ", group.modified().by(), group.modified().at(), group.revision().number())
        .then("?, ", life.isLive() ? 0 : life instanceof GroupLife.Deleted ? 1 : 2)
        .then("?, ?", deleted.by(), deleted.at());
  }
}
