package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.testkit.fixture.TestTime;
import java.util.Optional;

/**
 * The reference store: keeps everything in memory, behind one lock.
 *
 * <p>For tests, and to be read by whoever writes a store. It is complete, but forgets everything
 * when it is gone.
 */
public final class InMemoryStorage implements KpiGroupStorage {
  private final Tables tables = new Tables();

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
  public Optional<KpiRegistry> registry() {
    return Optional.of(new InMemoryKpis(tables));
  }

  @Override
  public Optional<IdempotencyStore> idempotency() {
    return Optional.of(new InMemoryKeys(tables));
  }

  @Override
  public Optional<DeletedGroups> deletedGroups() {
    return Optional.of(new InMemoryDeletedGroups(tables));
  }

  @Override
  public void prepare() {
    // There is nothing to prepare.
  }

  @Override
  public void checkReady(Deadline deadline) {
    tables.exclusively(deadline, () -> tables);
  }

  /**
   * How many rows are kept for the account: groups, deleted or not, members, favorites, KPIs,
   * idempotency keys.
   */
  public long storedRows(AccountId account) {
    return tables.exclusively(TestTime.ample(), () -> tables.of(account).count());
  }

  /** Takes the lock of the store for this thread, until the answer is closed. */
  AutoCloseable lock() {
    return tables.lock();
  }

  /** Who put the KPI into the group; empty if it is no member. */
  Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return tables.exclusively(
        TestTime.ample(), () -> tables.of(group.account()).membership(group.id(), kpi));
  }

  /** Who deleted the group; empty if it lives or was removed for good. */
  Optional<Stamp> storedDeletion(KpiGroup group) {
    return tables.exclusively(
        TestTime.ample(), () -> tables.of(group.account()).deletion(group.id()));
  }
}
