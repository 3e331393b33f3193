package io.kpigroups.testkit;

import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The groups in memory. */
final class InMemoryGroups implements GroupStore {
  private final Tables tables;

  InMemoryGroups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Page<ViewedGroup> list(Actor viewer, GroupQuery query) {
    return tables.exclusively(
        () -> {
          AccountRows rows = tables.of(viewer.account());
          List<ViewedGroup> items =
              rows.liveGroups()
                  .sorted(query.comparator())
                  .skip(query.range().skip())
                  .limit(query.range().limit())
                  .map(group -> rows.viewed(group, viewer.user()))
                  .toList();
          return new Page<>(items, rows.liveGroups().count(), query.range());
        });
  }

  @Override
  public Optional<ViewedGroup> find(Actor viewer, KpiGroupId id) {
    return tables.exclusively(
        () -> {
          AccountRows rows = tables.of(viewer.account());
          return rows.findLive(id).map(group -> rows.viewed(group, viewer.user()));
        });
  }

  @Override
  public ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit) {
    KpiGroupId id = KpiGroupId.generate(at, RandomGenerator.getDefault());
    return tables.exclusively(
        () -> {
          AccountRows rows = tables.of(by.account());
          if (rows.liveGroups().count() >= limit) {
            throw LimitReached.groups(limit);
          }
          Stamp stamp = new Stamp(by.user(), at);
          return keep(by, KpiGroup.create(by.account(), id, name, stamp, tables.nextRevision()));
        });
  }

  @Override
  public ViewedGroup rename(
      Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    return tables.exclusively(
        () -> {
          KpiGroup group = expectedGroup(by, id, expected);
          Stamp stamp = new Stamp(by.user(), at);
          return keep(by, group.rename(name, stamp, tables.nextRevision()));
        });
  }

  @Override
  public void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
    tables.exclusively(
        () -> {
          KpiGroup group = expectedGroup(by, id, expected);
          Stamp stamp = new Stamp(by.user(), at);
          tables.of(by.account()).groups.put(id, StoredGroup.deleted(group, stamp));
          return group;
        });
  }

  private KpiGroup expectedGroup(Actor by, KpiGroupId id, RevisionMatch expected) {
    KpiGroup group = tables.of(by.account()).live(id);
    if (!expected.allows(group.revision())) {
      throw new StaleRevision();
    }
    return group;
  }

  private ViewedGroup keep(Actor by, KpiGroup group) {
    AccountRows rows = tables.of(by.account());
    rows.groups.put(group.id(), StoredGroup.live(group));
    return rows.viewed(group, by.user());
  }
}
