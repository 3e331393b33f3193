package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.connection.QueryResult.text;
import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.store.ListStatement.RowOfAccount;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the rows of {@code kpi_groups} and the domain. */
final class GroupTable {
  /** What is read of groups that are live. */
  static final String LIVE_COLUMNS = named("groups");

  /** What is read of groups whatever their life. */
  static final String COLUMNS = LIVE_COLUMNS + named("life");

  private static final String FROM = " FROM kpi_groups g ";
  private static final String BY_ID = "WHERE g.account_id = ?2 AND g.id = ?3";

  static final String SELECT = COLUMNS + FROM;
  static final String FIND = SELECT + BY_ID;
  static final String FIND_LIVE = LIVE_COLUMNS + FROM + BY_ID + " AND g.state = 'live'";

  private GroupTable() {}

  /** Reads a row of {@link #COLUMNS}. */
  static ViewedGroup viewed(ResultSet row) throws SQLException {
    return read(row, new AccountId(text(row, 1)), life(row));
  }

  /** Reads a row of {@link #COLUMNS} with the number of the group's KPIs. */
  static ViewedGroup viewedAndCounted(ResultSet row) throws SQLException {
    return viewed(row).withKpiCount(row.getLong(10));
  }

  /** Reads a row of {@link #LIVE_COLUMNS}, of a statement that finds live groups of one account. */
  static ViewedGroup live(ResultSet row, AccountId account) throws SQLException {
    return read(row, account, GroupLife.LIVE);
  }

  private static ViewedGroup read(ResultSet row, AccountId account, GroupLife life)
      throws SQLException {
    KpiGroup group =
        new KpiGroup(
            account,
            new KpiGroupId(text(row, 2)),
            Name.stored(text(row, 3)),
            stamp(row, 4),
            stamp(row, 6),
            Revision.of(row.getLong(8)),
            life);
    return new ViewedGroup(group, row.getBoolean(9));
  }

  /** Reads the number of the group's KPIs too. */
  static RowOfAccount<ViewedGroup> counted(RowOfAccount<ViewedGroup> mapper) {
    return (row, account) -> mapper.map(row, account).withKpiCount(row.getLong(10));
  }

  private static GroupLife life(ResultSet row) throws SQLException {
    String state = text(row, 11);
    return switch (state) {
      case "live" -> GroupLife.LIVE;
      case "deleted" -> new GroupLife.Deleted(stamp(row, 12));
      case "purging" -> new GroupLife.Purging(stamp(row, 12));
      default -> throw new InvalidInput("A group has no state \"" + state + "\".");
    };
  }

  private static Stamp stamp(ResultSet row, int by) throws SQLException {
    return new Stamp(UserId.stored(text(row, by)), Instant.ofEpochMilli(row.getLong(by + 1)));
  }

  /** What has this id in the viewer's account, whatever its life. */
  static Optional<ViewedGroup> find(PooledConnection connection, Call viewer, KpiGroupId id) {
    return connection.first(
        FIND, GroupTable::viewed, viewer.user().value(), viewer.account().value(), id.value());
  }

  /** The live group that has this id in the viewer's account. */
  static Optional<ViewedGroup> findLive(PooledConnection connection, Call viewer, KpiGroupId id) {
    AccountId account = viewer.account();
    return connection.first(
        FIND_LIVE, row -> live(row, account), viewer.user().value(), account.value(), id.value());
  }

  /** Stores a group that is new. */
  static void insert(PooledConnection connection, KpiGroup group) {
    connection.update(
        named("insert group"),
        group.account().value(),
        group.id().value(),
        group.name().value(),
        group.name().key().value(),
        group.created().by().value(),
        group.created().at().toEpochMilli(),
        group.modified().by().value(),
        group.modified().at().toEpochMilli(),
        group.revision().number());
  }

  /** Stores what a rename has changed. */
  static void rename(PooledConnection connection, KpiGroup group) {
    connection.update(
        named("rename group"),
        group.account().value(),
        group.id().value(),
        group.name().value(),
        group.name().key().value(),
        group.modified().by().value(),
        group.modified().at().toEpochMilli(),
        group.revision().number());
  }

  /** Stores whether the group is live, deleted or being purged. */
  static void saveLife(PooledConnection connection, KpiGroup group) {
    @Nullable Stamp deleted = group.life().deleted().orElse(null);
    connection.update(
        named("save life"),
        group.account().value(),
        group.id().value(),
        state(group.life()),
        deleted == null ? null : deleted.by().value(),
        deleted == null ? null : deleted.at().toEpochMilli());
  }

  private static String state(GroupLife life) {
    if (life instanceof GroupLife.Purging) {
      return "purging";
    }
    return life.isLive() ? "live" : "deleted";
  }
}
