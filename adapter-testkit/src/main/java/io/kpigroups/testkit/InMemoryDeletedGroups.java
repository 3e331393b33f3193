package io.kpigroups.testkit;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.Stamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The purge in memory. */
final class InMemoryDeletedGroups implements DeletedGroups {
  private static final Comparator<StoredGroup> LONGEST_FIRST =
      Comparator.comparing(stored -> stored.deleted().map(Stamp::at).orElseThrow());

  private final Tables tables;

  InMemoryDeletedGroups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Claim> claim(Instant deadline, int most) {
    return tables.exclusively(
        () -> {
          List<StoredGroup> due = due(deadline).sorted(LONGEST_FIRST).limit(most).toList();
          due.forEach(this::mark);
          return due.stream().map(InMemoryDeletedGroups::claim).toList();
        });
  }

  @Override
  public long backlog(Instant deadline) {
    return tables.exclusively(() -> due(deadline).count());
  }

  private Stream<StoredGroup> due(Instant deadline) {
    return StreamSupport.stream(tables.all().spliterator(), false)
        .flatMap(rows -> rows.groups.values().stream())
        .filter(stored -> stored.isDue(deadline));
  }

  private void mark(StoredGroup stored) {
    Claim claim = claim(stored);
    tables.of(claim.account()).groups.put(claim.group(), stored.marked());
  }

  private static Claim claim(StoredGroup stored) {
    return new Claim(stored.group().account(), stored.group().id());
  }

  @Override
  public void removeChildren(Claim claim) {
    tables.exclusively(
        () -> {
          AccountRows rows = tables.of(claim.account());
          rows.members.keySet().removeIf(key -> key.group().equals(claim.group()));
          return rows.favorites.removeIf(favorite -> favorite.group().equals(claim.group()));
        });
  }

  @Override
  public Removal removeGroup(Claim claim) {
    return tables.exclusively(
        () -> {
          Map<KpiGroupId, StoredGroup> groups = tables.of(claim.account()).groups;
          StoredGroup stored = groups.get(claim.group());
          if (stored == null || !stored.isPurging()) {
            return Removal.NOTHING;
          }
          groups.remove(claim.group());
          return Removal.REMOVED;
        });
  }
}
