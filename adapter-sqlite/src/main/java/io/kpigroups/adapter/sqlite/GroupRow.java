package io.kpigroups.adapter.sqlite;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Between the columns of {@link ListSql#GROUP} and the domain. */
final class GroupRow {
  private GroupRow() {}

  /** Reads rows of the viewer's account. */
  static StoredRows.Row<ViewedGroup> of(Actor viewer) {
    AccountId account = viewer.account();
    return row -> {
      try {
        return new ViewedGroup(group(account, row), row.getBoolean(8));
      } catch (InvalidInput e) {
        throw new UnreadableRow("kpi_groups", account.value(), row.getString(1), e);
      }
    };
  }

  /** The live group of this id; empty if the account has none. */
  static Optional<ViewedGroup> find(Session session, Actor viewer, KpiGroupId id)
      throws SQLException {
    return session
        .rows(
            Sql.FIND_GROUP, of(viewer), viewer.account().value(), id.value(), viewer.user().value())
        .stream()
        .findFirst();
  }

  /**
   * The live group of this id.
   *
   * @throws GroupNotFound if the account has none
   */
  static ViewedGroup require(Session session, Actor viewer, KpiGroupId id) throws SQLException {
    return find(session, viewer, id).orElseThrow(GroupNotFound::new);
  }

  /** The number that this store made the revision of. */
  static long number(Revision revision) {
    return Long.parseLong(revision.value());
  }

  private static KpiGroup group(AccountId account, ResultSet row) throws SQLException {
    return new KpiGroup(
        account,
        new KpiGroupId(StoredRows.text(row, 1)),
        KpiGroupName.stored(StoredRows.text(row, 2)),
        stamp(row, 3),
        stamp(row, 5),
        Revision.of(row.getLong(7)));
  }

  private static Stamp stamp(ResultSet row, int column) throws SQLException {
    UserId by = UserId.stored(StoredRows.text(row, column));
    return new Stamp(by, Instant.ofEpochMilli(row.getLong(column + 1)));
  }
}
