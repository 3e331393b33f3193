package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.connection.QueryResult.text;

import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the rows of {@code kpi_groups} and the domain. */
final class GroupTable {
  /**
   * Groups as the user {@code ?1} sees them. The favorite is a subquery and not a join, so that
   * rows that a page skips do not pay for it.
   */
  static final String SELECT =
      """
      SELECT g.account_id, g.id, g.name, g.created_by, g.created_at, g.modified_by, g.modified_at,
             g.revision, g.state, g.deleted_by, g.deleted_at,
             EXISTS (SELECT 1 FROM kpi_group_favorites f
                     WHERE f.account_id = g.account_id AND f.user_id = ?1 AND f.group_id = g.id)
               AS favorite
      FROM kpi_groups g
      """;

  static final String FIND = SELECT + "WHERE g.account_id = ?2 AND g.id = ?3";

  static final String COUNT =
      """
      SELECT count(*) FROM kpi_groups INDEXED BY kpi_groups_by_id
      WHERE account_id = ?1 AND state = 'live'
      """;

  private static final Map<GroupField, String> INDEXED_BY =
      Map.of(
          GroupField.ID, "INDEXED BY kpi_groups_by_id",
          GroupField.NAME, "INDEXED BY kpi_groups_by_name",
          GroupField.DATE_CREATED, "INDEXED BY kpi_groups_by_creation",
          GroupField.DATE_UPDATED, "INDEXED BY kpi_groups_by_update");

  static final String SAVE =
      """
      INSERT INTO kpi_groups (account_id, id, name, name_key, created_by, created_at,
                              modified_by, modified_at, revision, state, deleted_by, deleted_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      ON CONFLICT (account_id, id) DO UPDATE
      SET name = ?3, name_key = ?4, modified_by = ?7, modified_at = ?8, revision = ?9,
          state = ?10, deleted_by = ?11, deleted_at = ?12
      """;

  /**
   * The live groups. The index of the first sort key is prescribed: left to itself SQLite would
   * rather read the account's deleted groups too and sort all of it.
   */
  static final ListStatement<GroupField, ViewedGroup> LIST =
      new ListStatement<>(
          first -> SELECT + INDEXED_BY.get(first) + " WHERE g.account_id = ?2 AND g.state = 'live'",
          Map.of(
              GroupField.ID, "g.id",
              GroupField.NAME, "g.name_key",
              GroupField.DATE_CREATED, "g.created_at",
              GroupField.DATE_UPDATED, "g.modified_at"),
          COUNT,
          GroupTable::viewed);

  private GroupTable() {}

  /** Reads a row of {@link #SELECT}. */
  static ViewedGroup viewed(ResultSet row) throws SQLException {
    KpiGroup group =
        new KpiGroup(
            new AccountId(text(row, "account_id")),
            new KpiGroupId(text(row, "id")),
            Name.stored(text(row, "name")),
            stamp(row, "created_by", "created_at"),
            stamp(row, "modified_by", "modified_at"),
            Revision.of(row.getLong("revision")),
            life(row));
    return new ViewedGroup(group, row.getBoolean("favorite"));
  }

  private static GroupLife life(ResultSet row) throws SQLException {
    String state = text(row, "state");
    return switch (state) {
      case "live" -> GroupLife.LIVE;
      case "deleted" -> new GroupLife.Deleted(stamp(row, "deleted_by", "deleted_at"));
      case "purging" -> new GroupLife.Purging(stamp(row, "deleted_by", "deleted_at"));
      default -> throw new InvalidInput("A group has no state \"" + state + "\".");
    };
  }

  private static Stamp stamp(ResultSet row, String by, String at) throws SQLException {
    return new Stamp(UserId.stored(text(row, by)), Instant.ofEpochMilli(row.getLong(at)));
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
        SAVE,
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
