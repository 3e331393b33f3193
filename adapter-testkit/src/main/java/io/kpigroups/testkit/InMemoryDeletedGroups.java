package io.kpigroups.testkit;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The purge in memory.
 *
 * <p>A claim leaves no mark here: nothing can restore a group yet, so a deleted group that was
 * claimed is found again by its time like any other.
 */
final class InMemoryDeletedGroups implements DeletedGroups {
  private final Tables tables;

  InMemoryDeletedGroups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Claim> claim(Instant deadline, int most) {
    return tables.exclusively(
        () -> {
          Map<Instant, List<Claim>> byTime = new TreeMap<>();
          tables.all().forEach(rows -> collect(rows, deadline, byTime));
          return byTime.values().stream().flatMap(List::stream).limit(most).toList();
        });
  }

  @Override
  public long backlog(Instant deadline) {
    return claim(deadline, Integer.MAX_VALUE).size();
  }

  private static void collect(
      AccountRows rows, Instant deadline, Map<Instant, List<Claim>> byTime) {
    rows.groups.forEach(
        (id, stored) ->
            stored
                .deleted()
                .map(Stamp::at)
                .filter(at -> !at.isAfter(deadline))
                .ifPresent(
                    at ->
                        byTime
                            .computeIfAbsent(at, absent -> new ArrayList<>())
                            .add(new Claim(rows.account, id))));
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
  public void removeGroup(Claim claim) {
    tables.exclusively(() -> tables.of(claim.account()).groups.keySet().remove(claim.group()));
  }
}
