package io.kpigroups.testkit;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.AccountId;

/** The reference adapter keeps the contract. */
class InMemoryStorageTest extends KpiGroupStorageContract {
  private static final InMemoryStorage STORAGE = new InMemoryStorage();

  @Override
  public KpiGroupStorage storage() {
    return STORAGE;
  }

  @Override
  public long storedRows(AccountId account) {
    return STORAGE.storedRows(account);
  }
}
