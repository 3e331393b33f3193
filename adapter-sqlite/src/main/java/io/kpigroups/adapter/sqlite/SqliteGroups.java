package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;

/** The groups, in the table {@code kpi_groups}. */
final class SqliteGroups implements GroupStore {
  private final Database database;

  SqliteGroups(Database database) {
    this.database = database;
  }

  @Override
  public Page<ViewedGroup> list(Call viewer, ListQuery<GroupField> query) {
    String account = viewer.account().value();
    return database.read(
        viewer.deadline(),
        session -> {
          StoredRows<ViewedGroup> rows =
              session.list(
                  ListSql.groups(query.order()),
                  query.range().limit(),
                  GroupRow.live(viewer),
                  account,
                  StoredRows.asked(query.range(), query.count()),
                  viewer.user().value(),
                  query.range().skip());
          return query.count()
              ? new Page<>(rows.all(), session.number(Sql.COUNT_GROUPS, account), query.range())
              : rows.uncounted(query.range());
        });
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return database
        .look(viewer.deadline(), session -> GroupRow.find(session, viewer, id))
        .filter(found -> found.group().life().isLive());
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup group = KpiGroup.create(by.account(), id, name, by.stamp(at));
    return database.change(by.deadline(), new GroupCreation(by, group, limits));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return database.change(by.deadline(), GroupChange.rename(by, id, name, at, expected));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    database.change(by.deadline(), GroupChange.delete(by, id, at, expected));
  }
}
