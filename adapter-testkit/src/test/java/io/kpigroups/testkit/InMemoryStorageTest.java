package io.kpigroups.testkit;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.AccountId;

/** The reference store keeps its own contract. */
class InMemoryStorageTest extends KpiGroupStorageContract {
  private final InMemoryStorage storage = new InMemoryStorage();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Override
  public long storedRows(AccountId account) {
    return storage.storedRows(account);
  }
}
