package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The purge in memory. */
final class InMemoryDeletedGroups implements DeletedGroups {
  private static final Comparator<KpiGroup> LONGEST_FIRST =
      Comparator.comparing(group -> group.life().deleted().map(Stamp::at).orElseThrow());

  private final Tables tables;

  InMemoryDeletedGroups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    return tables.exclusively(
        deadline,
        () -> {
          List<KpiGroup> due = due(deletedBy).sorted(LONGEST_FIRST).limit(most).toList();
          due.forEach(group -> tables.of(group.account()).groups.put(group.id(), group));
          return due.stream().map(group -> new Claim(group.account(), group.id())).toList();
        });
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    return tables.exclusively(deadline, () -> due(deletedBy).count());
  }

  private Stream<KpiGroup> due(Instant deletedBy) {
    return StreamSupport.stream(tables.all().spliterator(), false)
        .flatMap(rows -> rows.groups.values().stream())
        .flatMap(group -> group.purge(deletedBy).stream());
  }

  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    return tables.exclusively(
        deadline,
        () -> {
          AccountRows rows = tables.of(claim.account());
          if (rows.group(claim.group())
              .filter(group -> group.life() instanceof GroupLife.Purging)
              .isEmpty()) {
            return Removal.NOTHING;
          }
          rows.keys.replaceAll(
              (key, kept) -> kept.group().id().equals(claim.group()) ? kept.done() : kept);
          rows.members.remove(claim.group());
          rows.favorites.values().forEach(groups -> groups.remove(claim.group()));
          rows.groups.remove(claim.group());
          return Removal.REMOVED;
        });
  }
}
