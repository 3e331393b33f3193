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
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.kpigroups.testkit.fixture.TestTime;
import java.util.List;
import java.util.Optional;

/** The suite of a store whose parts are sound until a subclass puts a broken one in their place. */
abstract class BrokenStore extends KpiGroupStorageContract {
  final Tables tables = new Tables();
  GroupStore groups = new InMemoryGroups(tables);
  MembershipStore memberships = new InMemoryMemberships(tables);
  FavoriteStore favorites = new InMemoryFavorites(tables);
  KpiStore kpis = new InMemoryKpis(tables);
  KpiRegistry registry = new InMemoryKpis(tables);
  IdempotencyStore keys = new InMemoryKeys(tables);
  DeletedGroups deletedGroups = new InMemoryDeletedGroups(tables);

  @Override
  public KpiGroupStorage storage() {
    return new Parts(
        tables,
        groups,
        memberships,
        favorites,
        kpis,
        Optional.of(registry),
        Optional.of(keys),
        Optional.of(deletedGroups));
  }

  /** The smaller, the sooner many of them are tried. */
  @Override
  public int groupsToWalk() {
    return 200;
  }

  @Override
  public Optional<AutoCloseable> lock(KpiGroup group) {
    return Optional.of(tables.lock());
  }

  @Override
  public long storedRows(AccountId account) {
    return tables.exclusively(TestTime.ample(), () -> tables.of(account).count());
  }

  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return tables.exclusively(
        TestTime.ample(), () -> tables.of(group.account()).membership(group.id(), kpi));
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    return tables.exclusively(
        TestTime.ample(), () -> tables.of(group.account()).deletion(group.id()));
  }

  /** A page cut from rows in the order in which they are, whatever the query wants. */
  static <T, F extends Enum<F>> Page<T> cut(List<T> rows, ListQuery<F> query) {
    return query.page(rows.stream().skip(query.range().skip()).toList(), rows.size());
  }

  private record Parts(
      Tables tables,
      GroupStore groups,
      MembershipStore memberships,
      FavoriteStore favorites,
      KpiStore kpis,
      Optional<KpiRegistry> registry,
      Optional<IdempotencyStore> idempotency,
      Optional<DeletedGroups> deletedGroups)
      implements KpiGroupStorage {
    @Override
    public void prepare() {
      // There is nothing to prepare.
    }

    @Override
    public void checkReady(Deadline deadline) {
      tables.exclusively(deadline, () -> this);
    }
  }
}
