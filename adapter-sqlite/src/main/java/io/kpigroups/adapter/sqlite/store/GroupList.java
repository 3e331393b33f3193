package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.connection.QueryResult.RowMapper;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** The lists of groups, each with the index that it reads. */
final class GroupList {
  private static final String LIVE = " WHERE g.account_id = ?2 AND g.state = 'live'";
  private static final String DELETED =
      " WHERE g.account_id = ?2 AND g.state = 'deleted' AND g.deleted_at > ?3";

  /** The last parameter, whichever number that is. */
  private static final String OF_KPI =
      " AND g.id IN (SELECT m.group_id FROM kpi_group_memberships m"
          + " WHERE m.account_id = ?2 AND m.kpi_id = ?)";

  private static final String COUNT = "SELECT count(*) FROM kpi_groups g";
  private static final String BY_ID = " INDEXED BY kpi_groups_by_id";
  private static final String BY_DELETION = " INDEXED BY kpi_groups_by_deletion";

  /** Which has deleted groups too; its name is as SQLite's file format has it. */
  private static final String BY_PRIMARY_KEY = " INDEXED BY sqlite_autoindex_kpi_groups_1";

  static final String COUNT_LIVE = COUNT + BY_ID + LIVE;

  private static final Map<GroupField, String> INDEXED_BY =
      Map.of(
          GroupField.ID, BY_ID,
          GroupField.NAME, " INDEXED BY kpi_groups_by_name",
          GroupField.DATE_CREATED, " INDEXED BY kpi_groups_by_creation",
          GroupField.DATE_UPDATED, " INDEXED BY kpi_groups_by_update");

  private static final Map<GroupField, String> COLUMNS_OF_LIVE =
      Map.of(
          GroupField.ID, "g.id",
          GroupField.NAME, "g.name_key",
          GroupField.DATE_CREATED, "g.created_at",
          GroupField.DATE_UPDATED, "g.modified_at");

  private static final Map<GroupField, String> COLUMNS_OF_DELETED =
      Map.of(
          GroupField.ID, "g.id",
          GroupField.NAME, "g.name_key",
          GroupField.DATE_CREATED, "g.created_at",
          GroupField.DATE_UPDATED, "g.modified_at",
          GroupField.DATE_DELETED, "g.deleted_at");

  private GroupList() {}

  static Page<ViewedGroup> page(
      Database database, Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    return of(selection)
        .page(
            database,
            viewer,
            query,
            Stream.concat(
                    selection.deletedAfter().map(Instant::toEpochMilli).stream(),
                    selection.kpi().map(KpiId::value).stream())
                .toArray());
  }

  static ListStatement<GroupField, ViewedGroup> of(GroupSelection selection) {
    boolean isLive = selection.deletedAfter().isEmpty();
    String where = (isLive ? LIVE : DELETED) + (selection.kpi().isPresent() ? OF_KPI : "");
    RowMapper<ViewedGroup> mapper = selection.kpiCount() ? GroupTable::counted : GroupTable::viewed;
    return new ListStatement<>(
        first -> GroupTable.SELECT + index(selection, first) + where,
        isLive ? COLUMNS_OF_LIVE : COLUMNS_OF_DELETED,
        COUNT + index(selection, GroupField.ID) + where,
        mapper);
  }

  /**
   * The index to read. It is prescribed: left to itself SQLite would rather read the account's
   * deleted groups too and sort all of it. The groups of a KPI are few, so they are found by their
   * ids, and sorted.
   */
  private static String index(GroupSelection selection, GroupField first) {
    if (selection.deletedAfter().isPresent()) {
      return selection.kpi().isPresent() ? BY_PRIMARY_KEY : BY_DELETION;
    }
    return selection.kpi().isPresent() ? BY_ID : INDEXED_BY.getOrDefault(first, BY_ID);
  }

  /** How many live groups the account has. */
  static long countLive(PooledConnection connection, Call by) {
    return connection.number(COUNT_LIVE, by.user().value(), by.account().value());
  }
}
