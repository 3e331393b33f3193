package io.kpigroups.testkit;

import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.ViewedGroup;
import io.kpigroups.testkit.InMemoryTables.GroupRow;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryGroups implements GroupStore {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InMemoryTables tables;

  InMemoryGroups(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Page<ViewedGroup> list(Actor viewer, GroupQuery query) {
    return tables.atomically(
        () -> {
          List<ViewedGroup> all =
              live(viewer).stream()
                  .sorted(query.comparator())
                  .map(group -> tables.view(viewer, group))
                  .toList();
          return InMemoryTables.page(all, query.range());
        });
  }

  @Override
  public Optional<ViewedGroup> find(Actor viewer, KpiGroupId id) {
    return tables.atomically(
        () -> tables.find(viewer, id).map(group -> tables.view(viewer, group)));
  }

  @Override
  public ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit) {
    return tables.atomically(
        () -> {
          if (live(by).size() >= limit) {
            throw LimitReached.groups(limit);
          }
          KpiGroupId id = KpiGroupId.generate(at, RANDOM);
          Stamp created = new Stamp(by.user(), at);
          KpiGroup group = KpiGroup.create(by.account(), id, name, created, Revision.of(1));
          tables.groups.put(id, new GroupRow(group, Optional.empty(), false));
          return tables.view(by, group);
        });
  }

  @Override
  public ViewedGroup rename(
      Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    return tables.atomically(
        () -> {
          KpiGroup group = expect(by, id, expected);
          Revision next = Revision.of(Long.parseLong(group.revision().value()) + 1);
          KpiGroup renamed = group.rename(name, new Stamp(by.user(), at), next);
          tables.groups.put(id, new GroupRow(renamed, Optional.empty(), false));
          return tables.view(by, renamed);
        });
  }

  @Override
  public void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
    tables.atomically(
        () -> {
          KpiGroup group = expect(by, id, expected);
          return tables.groups.put(id, new GroupRow(group, Optional.of(at), false));
        });
  }

  private List<KpiGroup> live(Actor actor) {
    return tables.groups.keySet().stream().flatMap(id -> tables.find(actor, id).stream()).toList();
  }

  private KpiGroup expect(Actor actor, KpiGroupId id, RevisionMatch expected) {
    KpiGroup group = tables.get(actor, id);
    if (!expected.allows(group.revision())) {
      throw new StaleRevision();
    }
    return group;
  }
}
