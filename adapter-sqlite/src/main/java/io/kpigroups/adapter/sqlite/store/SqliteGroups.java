package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The groups, in the table {@code kpi_groups}. */
public record SqliteGroups(Database database) implements GroupStore {

  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    return GroupList.page(database, viewer, selection, query);
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return database.read(viewer, connection -> GroupTable.findLive(connection, viewer, id));
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup group = KpiGroup.create(by.account(), id, name, by.stamp(at));
    return change(
        by,
        id,
        (connection, present) ->
            group.join(
                present.map(ViewedGroup::group),
                () -> GroupList.countLive(connection, by),
                limits));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return change(
        by, id, (connection, found) -> live(by, found).rename(name, by.stamp(at), expected));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    change(by, id, (connection, found) -> live(by, found).delete(by.stamp(at), expected));
  }

  /** Unlike the other changes it may be repeated, so a failed commit leaves nobody in doubt. */
  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    return database.write(by.deadline(), restoration(by, id, at, deletedAfter, limits)::make);
  }

  static GroupChange restoration(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    return new GroupChange(
        by,
        id,
        (connection, found) -> {
          LongSupplier live = () -> GroupList.countLive(connection, by);
          return KpiGroup.in(by.account(), found.map(ViewedGroup::group))
              .restore(by.stamp(at), deletedAfter, live, limits);
        });
  }

  private static KpiGroup live(Call by, Optional<ViewedGroup> found) {
    return KpiGroup.liveIn(by.account(), found.map(ViewedGroup::group));
  }

  private ViewedGroup change(Call by, KpiGroupId id, GroupChange.Rule rule) {
    GroupChange change = new GroupChange(by, id, rule);
    return database.change(by.deadline(), change::make, change::again);
  }
}
