package com.example.store;

import com.example.store.MyTables.Rows;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

final class MyGroups implements GroupStore {
  private final MyTables tables;

  MyGroups(MyTables tables) {
    this.tables = tables;
  }

  /** Reads all of them; a query of yours does better. */
  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    return tables.inOneStep(
        viewer.account(),
        viewer.deadline(),
        rows -> {
          Set<KpiGroupId> favorites = rows.favorites(viewer.user());
          return query.cut(
              rows.groups()
                  .map(group -> new ViewedGroup(group, favorites.contains(group.id())))
                  .filter(group -> selection.matches(candidate(rows, group)))
                  .map(group -> selection.kpiCount() ? counted(rows, group) : group),
              row -> Position.of(query.order(), row.group()));
        });
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return tables.inOneStep(
        viewer.account(),
        viewer.deadline(),
        rows ->
            rows.group(id)
                .filter(group -> group.life().isLive())
                .map(group -> viewed(rows, group, viewer)));
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup made = KpiGroup.create(by.account(), id, name, by.stamp(at));
    return decide(by, rows -> made.join(rows.group(id), () -> live(rows).count(), limits));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return decide(
        by,
        rows -> KpiGroup.liveIn(rows.account, rows.group(id)).rename(name, by.stamp(at), expected));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    decide(
        by, rows -> KpiGroup.liveIn(rows.account, rows.group(id)).delete(by.stamp(at), expected));
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    return decide(
        by,
        rows ->
            KpiGroup.in(rows.account, rows.group(id))
                .restore(by.stamp(at), deletedAfter, () -> live(rows).count(), limits));
  }

  private ViewedGroup decide(Call by, Function<Rows, Decision<KpiGroup>> rule) {
    return tables.inOneStep(
        by.account(),
        by.deadline(),
        rows -> {
          Decision<KpiGroup> decision = rule.apply(rows);
          if (decision.isChange()) {
            rows.put(decision.state());
          }
          return viewed(rows, decision.state(), by);
        });
  }

  static Stream<KpiGroup> live(Rows rows) {
    return rows.groups().filter(group -> group.life().isLive());
  }

  private static ViewedGroup viewed(Rows rows, KpiGroup group, Call viewer) {
    return new ViewedGroup(group, rows.favorites(viewer.user()).contains(group.id()));
  }

  private static Candidate candidate(Rows rows, ViewedGroup viewed) {
    KpiGroup group = viewed.group();
    return new Candidate(
        group, viewed.favorite(), kpi -> rows.members(group.id()).containsKey(kpi));
  }

  private static ViewedGroup counted(Rows rows, ViewedGroup viewed) {
    return viewed.withKpiCount(rows.members(viewed.group().id()).size());
  }
}
