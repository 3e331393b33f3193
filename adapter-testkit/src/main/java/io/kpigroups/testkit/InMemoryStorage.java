package io.kpigroups.testkit;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.AccountId;
import java.time.Duration;

/** The reference adapter: keeps everything in memory, and loses it with the process. */
public final class InMemoryStorage implements KpiGroupStorage {
  private final InMemoryTables tables = new InMemoryTables();

  @Override
  public GroupStore groups() {
    return new InMemoryGroups(tables);
  }

  @Override
  public MembershipStore memberships() {
    return new InMemoryMemberships(tables);
  }

  @Override
  public FavoriteStore favorites() {
    return new InMemoryFavorites(tables);
  }

  @Override
  public KpiStore kpis() {
    return new InMemoryKpis(tables);
  }

  @Override
  public DeletedGroups deletedGroups() {
    return new InMemoryDeletedGroups(tables);
  }

  @Override
  public void checkReady() {
    Deadline.remaining(Duration.ofSeconds(1));
  }

  /** How many rows are kept for an account: groups, deleted ones too, members, favorites, KPIs. */
  public long storedRows(AccountId account) {
    return tables.atomically(
        () ->
            tables.groups.values().stream().filter(g -> g.group().account().equals(account)).count()
                + tables.memberships.keySet().stream()
                    .filter(m -> m.account().equals(account))
                    .count()
                + tables.favorites.stream().filter(f -> f.account().equals(account)).count()
                + tables.kpis.keySet().stream().filter(k -> k.account().equals(account)).count());
  }
}
