package io.kpigroups.adapter.sqlite;

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

/** Between the rows of {@code kpi_groups}, with the columns of {@link ListSql}, and the domain. */
final class GroupRow {
  private GroupRow() {}

  /** Reads live groups of the viewer's account. */
  static StoredRows.Row<ViewedGroup> live(Call viewer) {
    return of(viewer.account(), row -> GroupLife.LIVE);
  }

  /** Reads groups of the viewer's account, whatever their life. */
  static StoredRows.Row<ViewedGroup> any(Call viewer) {
    return of(viewer.account(), GroupRow::life);
  }

  private static StoredRows.Row<ViewedGroup> of(AccountId account, StoredRows.Row<GroupLife> life) {
    return row -> {
      try {
        return new ViewedGroup(group(account, row, life.read(row)), row.getBoolean(8));
      } catch (InvalidInput e) {
        throw new UnreadableRow("kpi_groups", account.value(), row.getString(1), e);
      }
    };
  }

  /** Reads a group of any account, which is where others have the favorite. */
  static KpiGroup ofAnyAccount(ResultSet row) throws SQLException {
    try {
      return group(new AccountId(StoredRows.text(row, 8)), row, life(row));
    } catch (InvalidInput e) {
      throw new UnreadableRow("kpi_groups", row.getString(8), row.getString(1), e);
    }
  }

  private static KpiGroup group(AccountId account, ResultSet row, GroupLife life)
      throws SQLException {
    return new KpiGroup(
        account,
        new KpiGroupId(StoredRows.text(row, 1)),
        Name.stored(StoredRows.text(row, 2)),
        stamp(row, 3),
        stamp(row, 5),
        Revision.of(row.getLong(7)),
        life);
  }

  private static GroupLife life(ResultSet row) throws SQLException {
    String state = StoredRows.text(row, 9);
    return switch (state) {
      case "live" -> GroupLife.LIVE;
      case "deleted" -> new GroupLife.Deleted(stamp(row, 10));
      case "purging" -> new GroupLife.Purging(stamp(row, 10));
      default -> throw new InvalidInput("A group has no state \"" + state + "\".");
    };
  }

  private static Stamp stamp(ResultSet row, int column) throws SQLException {
    UserId by = UserId.stored(StoredRows.text(row, column));
    return new Stamp(by, Instant.ofEpochMilli(row.getLong(column + 1)));
  }

  /** What has this id in the viewer's account, whatever its life. */
  static Optional<ViewedGroup> find(Session session, Call viewer, KpiGroupId id)
      throws SQLException {
    return session
        .rows(
            Sql.FIND_GROUP,
            any(viewer),
            viewer.account().value(),
            id.value(),
            viewer.user().value())
        .stream()
        .findFirst();
  }

  /** Stores a new group, if there is none of its id in its account. */
  static boolean isInserted(Session session, KpiGroup group) throws SQLException {
    int rows =
        session.run(
            Sql.INSERT_GROUP,
            group.account().value(),
            group.id().value(),
            group.name().value(),
            group.name().key().value(),
            group.created().by().value(),
            group.created().at().toEpochMilli(),
            group.modified().by().value(),
            group.modified().at().toEpochMilli(),
            group.revision().number());
    return rows == 1;
  }

  /** Stores what a rename changes of a group that is there. */
  static void rename(Session session, KpiGroup group) throws SQLException {
    session.runOne(
        Sql.RENAME_GROUP,
        group.account().value(),
        group.id().value(),
        group.name().value(),
        group.name().key().value(),
        group.modified().by().value(),
        group.modified().at().toEpochMilli(),
        group.revision().number());
  }

  /** Stores how far a group that is there is in its life. */
  static void changeLife(Session session, KpiGroup group) throws SQLException {
    Optional<Stamp> deleted = group.life().deleted();
    session.runOne(
        Sql.CHANGE_LIFE,
        group.account().value(),
        group.id().value(),
        state(group.life()),
        orNull(deleted.map(stamp -> stamp.by().value())),
        orNull(deleted.map(stamp -> stamp.at().toEpochMilli())));
  }

  private static String state(GroupLife life) {
    if (life instanceof GroupLife.Purging) {
      return "purging";
    }
    return life.isLive() ? "live" : "deleted";
  }

  private static @Nullable Object orNull(Optional<?> value) {
    return value.orElse(null);
  }
}
