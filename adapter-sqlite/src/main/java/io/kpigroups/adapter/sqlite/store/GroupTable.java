package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.connection.QueryResult.text;
import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
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
  static final String COLUMNS = named("groups");
  static final String SELECT = COLUMNS + " FROM kpi_groups g ";

  static final String FIND = SELECT + "WHERE g.account_id = ?2 AND g.id = ?3";

  private GroupTable() {}

  /** Reads a row of {@link #SELECT}. */
  static ViewedGroup viewed(ResultSet row) throws SQLException {
    KpiGroup group =
        new KpiGroup(
            new AccountId(text(row, 1)),
            new KpiGroupId(text(row, 2)),
            Name.stored(text(row, 3)),
            stamp(row, 4),
            stamp(row, 6),
            Revision.of(row.getLong(8)),
            life(row));
    return new ViewedGroup(group, row.getBoolean(12));
  }

  /** The same, with the number of the group's KPIs. */
  static ViewedGroup counted(ResultSet row) throws SQLException {
    return viewed(row).withKpiCount(row.getLong(13));
  }

  private static GroupLife life(ResultSet row) throws SQLException {
    String state = text(row, 9);
    return switch (state) {
      case "live" -> GroupLife.LIVE;
      case "deleted" -> new GroupLife.Deleted(stamp(row, 10));
      case "purging" -> new GroupLife.Purging(stamp(row, 10));
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

  /** Stores a group that is new or was there. */
  static void save(PooledConnection connection, KpiGroup group) {
    @Nullable Stamp deleted = group.life().deleted().orElse(null);
    connection.update(
        named("save group"),
        group.account().value(),
        group.id().value(),
        group.name().value(),
        group.name().key().value(),
        group.created().by().value(),
        group.created().at().toEpochMilli(),
        group.modified().by().value(),
        group.modified().at().toEpochMilli(),
        group.revision().number(),
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
