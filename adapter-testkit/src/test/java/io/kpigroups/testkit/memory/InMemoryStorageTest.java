package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import java.util.Optional;

/** The reference store keeps its own contract. */
class InMemoryStorageTest extends KpiGroupStorageContract {
  private final InMemoryStorage storage = new InMemoryStorage();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  /** It sorts all of them for every page. */
  @Override
  public int groupsToWalk() {
    return 500;
  }

  @Override
  public Optional<AutoCloseable> lock(KpiGroup group) {
    return Optional.of(storage.lock());
  }

  @Override
  public long storedRows(AccountId account) {
    return storage.storedRows(account);
  }

  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return storage.storedMembership(group, kpi);
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    return storage.storedDeletion(group);
  }
}
