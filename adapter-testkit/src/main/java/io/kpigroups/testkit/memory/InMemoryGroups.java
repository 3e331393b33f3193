package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.filter.Candidate;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;

/** The groups in memory. */
final class InMemoryGroups implements GroupStore {
  private final Tables tables;

  InMemoryGroups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    return tables.with(
        viewer,
        rows ->
            query.cut(
                rows.groups.values().stream()
                    .map(group -> rows.viewed(group, viewer.user()))
                    .filter(group -> selection.matches(candidate(rows, group)))
                    .map(group -> listed(rows, group, selection)),
                row -> Position.of(query.order(), row.group())));
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
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup made = KpiGroup.create(by.account(), id, name, by.stamp(at));
    return tables.with(
        by,
        rows -> keep(by, rows, made.join(rows.group(id), () -> rows.liveGroups().count(), limits)));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return tables.with(
        by, rows -> keep(by, rows, live(rows, id).rename(name, by.stamp(at), expected)));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    tables.with(by, rows -> keep(by, rows, live(rows, id).delete(by.stamp(at), expected)));
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    return tables.with(
        by,
        rows ->
            keep(
                by,
                rows,
                KpiGroup.in(rows.account, rows.group(id))
                    .restore(by.stamp(at), deletedAfter, () -> rows.liveGroups().count(), limits)));
  }

  private static Candidate candidate(AccountRows rows, ViewedGroup viewed) {
    KpiGroup group = viewed.group();
    return Candidate.of(group, viewed.favorite(), rows.membersOf(group.id()).keySet());
  }

  private static ViewedGroup listed(
      AccountRows rows, ViewedGroup viewed, GroupSelection selection) {
    return selection.kpiCount()
        ? viewed.withKpiCount(rows.membersOf(viewed.group().id()).size())
        : viewed;
  }

  private static KpiGroup live(AccountRows rows, KpiGroupId id) {
    return KpiGroup.liveIn(rows.account, rows.group(id));
  }

  private static ViewedGroup keep(Call by, AccountRows rows, Decision<KpiGroup> decision) {
    rows.groups.put(decision.state().id(), decision.state());
    return rows.viewed(decision.state(), by.user());
  }
}
