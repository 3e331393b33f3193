package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.Decision;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The groups in memory. */
final class InMemoryGroups implements GroupStore {
  private final Tables tables;

  InMemoryGroups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Page<ViewedGroup> list(Call viewer, GroupQuery query) {
    return tables.with(
        viewer,
        rows -> {
          List<ViewedGroup> all =
              rows.liveGroups()
                  .sorted(query.comparator())
                  .map(group -> rows.viewed(group, viewer.user()))
                  .toList();
          return Tables.page(all, query.range(), query.count());
        });
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return tables.with(
        viewer,
        rows ->
            rows.group(id)
                .filter(group -> group.life().isLive())
                .map(group -> rows.viewed(group, viewer.user())));
  }

  @Override
  public ViewedGroup create(
      Call by, KpiGroupId id, KpiGroupName name, Instant at, AccountLimits limits) {
    KpiGroup made = KpiGroup.create(by.account(), id, name, by.stamp(at));
    return tables.with(
        by,
        rows -> keep(by, rows, made.join(rows.group(id), () -> rows.liveGroups().count(), limits)));
  }

  @Override
  public ViewedGroup rename(
      Call by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    return tables.with(
        by, rows -> keep(by, rows, live(rows, id).rename(name, by.stamp(at), expected)));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    tables.with(by, rows -> keep(by, rows, live(rows, id).delete(by.stamp(at), expected)));
  }

  private static KpiGroup live(AccountRows rows, KpiGroupId id) {
    return KpiGroup.liveIn(rows.account, rows.group(id));
  }

  private static ViewedGroup keep(Call by, AccountRows rows, Decision<KpiGroup> decision) {
    rows.groups.put(decision.state().id(), decision.state());
    return rows.viewed(decision.state(), by.user());
  }
}
