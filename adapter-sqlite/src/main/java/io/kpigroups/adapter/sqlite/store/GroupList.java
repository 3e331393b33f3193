package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.store.Statements.named;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.adapter.sqlite.store.ListStatement.RowOfAccount;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lists of groups, each with the index that it reads. */
final class GroupList {
  private static final String OF_ACCOUNT = " WHERE g.account_id = ?2 AND g.state = ";
  private static final String BY_DELETION = " INDEXED BY kpi_groups_by_deletion";
  private static final String DELETED_AT = "g.deleted_at";
  private static final String COUNT = "SELECT count(*)";

  /** All live groups of the account. */
  static final String COUNT_LIVE = named("count live groups");

  private static final Map<GroupField, String> INDEXED_BY =
      Map.of(
          GroupField.NAME, GroupSource.BY_NAME,
          GroupField.DATE_CREATED, " INDEXED BY kpi_groups_by_creation",
          GroupField.DATE_UPDATED, " INDEXED BY kpi_groups_by_update");

  private static final Map<GroupField, String> COLUMNS =
      Map.of(
          GroupField.NAME, "g.name_key",
          GroupField.DATE_CREATED, "g.created_at",
          GroupField.DATE_UPDATED, "g.modified_at",
          GroupField.DATE_DELETED, DELETED_AT);

  private final GroupSelection selection;
  private final boolean live;
  private final List<GroupFilter> filters;
  private final Optional<GroupSource> source;
  private final Map<GroupField, String> columns = new EnumMap<>(COLUMNS);

  private GroupList(GroupSelection selection) {
    this.selection = selection;
    this.live = selection.deletedAfter().isEmpty();
    this.filters = selection.filter().conjuncts();
    this.source = GroupSource.best(filters, live);
    columns.put(GroupField.ID, idColumn());
    if (live) {
      columns.remove(GroupField.DATE_DELETED);
    }
  }

  static Page<ViewedGroup> page(
      Database database, Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    return of(selection).page(database, viewer, query);
  }

  static ListStatement<GroupField, ViewedGroup> of(GroupSelection selection) {
    GroupList list = new GroupList(selection);
    RowOfAccount<ViewedGroup> mapper =
        list.live ? GroupTable::live : (row, account) -> GroupTable.viewed(row);
    return new ListStatement<>(
        list.live ? GroupTable.LIVE_COLUMNS : GroupTable.COLUMNS,
        list::rows,
        list.columns,
        list.count(),
        selection.kpiCount() ? GroupTable.counted(mapper) : mapper);
  }

  private String idColumn() {
    return source.map(GroupSource::id).orElse(GroupSource.OWN_ID);
  }

  private Sql rows(ListQuery<GroupField> query) {
    Order<GroupField> first = ListStatement.keys(query, columns).get(0);
    String index = INDEXED_BY.getOrDefault(first.field(), GroupSource.BY_ID);
    return new Sql(from(index)).then(where(first, query.after().isPresent()));
  }

  private Sql count() {
    if (live && filters.isEmpty()) {
      return new Sql(COUNT_LIVE);
    }
    boolean inNames = filters.stream().anyMatch(GroupFilter.NameContains.class::isInstance);
    String index = inNames ? GroupSource.BY_NAME : GroupSource.BY_ID;
    return new Sql(COUNT + from(index)).then(where(Order.ascending(GroupField.ID), false));
  }

  /**
   * @param index of the account's live groups, if nothing tells where to find those of the
   *     selection. It is prescribed: left to itself SQLite would rather read deleted groups too and
   *     sort all of it
   */
  private String from(String index) {
    return source.map(GroupSource::from).orElse(GroupSource.GROUPS + (live ? index : BY_DELETION));
  }

  /**
   * @param first what the rows are sorted by first
   * @param behind whether they begin behind a place
   */
  private Sql where(Order<GroupField> first, boolean behind) {
    List<Bound> ends = new ArrayList<>();
    List<GroupFilter> rest = new ArrayList<>();
    selection
        .deletedAfter()
        .map(time -> new Bound(GroupField.DATE_DELETED, DELETED_AT, ">", time.toEpochMilli()))
        .ifPresent(ends::add);
    source.map(GroupSource::bounds).ifPresent(ends::addAll);
    for (GroupFilter filter : source.map(found -> found.rest(filters)).orElse(filters)) {
      Bound.of(filter, idColumn())
          .filter(bound -> bound.field() == first.field())
          .ifPresentOrElse(ends::add, () -> rest.add(filter));
    }
    return Sql.join(
        " AND ",
        Stream.of(
                Stream.of(new Sql(OF_ACCOUNT + (live ? "'live'" : "'deleted'"))),
                source.map(GroupSource::found).stream(),
                ends.stream().map(bound -> bound.sql(first, behind)),
                Stream.of(FilterSql.of(rest)))
            .flatMap(Function.identity()));
  }

  /** How many live groups the account has. */
  static long countLive(PooledConnection connection, Call by) {
    return connection.number(COUNT_LIVE, by.user().value(), by.account().value());
  }
}
