package com.example.store;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import java.util.Optional;

class MyStorageTest extends KpiGroupStorageContract {
  private static final MyStorage STORAGE = new MyStorage();

  @Override
  public KpiGroupStorage storage() {
    return STORAGE;
  }

  /** How many rows are kept for the account, of every kind: deleted groups and keys included. */
  @Override
  public long storedRows(AccountId account) {
    throw new UnsupportedOperationException("Count them past the ports.");
  }

  /** Who put the KPI into the group and when, as it is kept. */
  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    throw new UnsupportedOperationException("Look past the ports.");
  }

  /** Who deleted the group and when, as it is kept. */
  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    throw new UnsupportedOperationException("Look past the ports.");
  }
}
