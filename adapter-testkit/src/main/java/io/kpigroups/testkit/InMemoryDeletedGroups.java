package io.kpigroups.testkit;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.testkit.InMemoryTables.GroupRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemoryDeletedGroups implements DeletedGroups {
  private final InMemoryTables tables;

  InMemoryDeletedGroups(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Claim> claim(Instant deadline, int most) {
    return tables.atomically(
        () -> {
          List<GroupRow> due =
              tables.groups.values().stream()
                  .filter(row -> row.deletedAt().filter(at -> !at.isAfter(deadline)).isPresent())
                  .sorted(Comparator.comparing(row -> row.deletedAt().orElseThrow()))
                  .limit(most)
                  .toList();
          due.forEach(
              row ->
                  tables.groups.put(
                      row.group().id(), new GroupRow(row.group(), row.deletedAt(), true)));
          return due.stream().map(row -> claimOf(row.group())).toList();
        });
  }

  @Override
  public void removeChildren(Claim claim) {
    tables.atomically(
        () ->
            isClaimed(claim)
                && (tables.memberships.keySet().removeIf(key -> key.group().equals(claim.group()))
                    | tables.favorites.removeIf(fav -> fav.group().equals(claim.group()))));
  }

  @Override
  public void removeGroup(Claim claim) {
    tables.atomically(() -> isClaimed(claim) && tables.groups.remove(claim.group()) != null);
  }

  private boolean isClaimed(Claim claim) {
    GroupRow row = tables.groups.get(claim.group());
    return row != null && row.purging() && claimOf(row.group()).equals(claim);
  }

  private static Claim claimOf(KpiGroup group) {
    return new Claim(group.account(), group.id());
  }
}
