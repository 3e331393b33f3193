package io.kpigroups.testkit;

import io.kpigroups.domain.value.AccountId;

/** What the suites must be told in addition where the ports cannot show what is left in a store. */
public interface StoredRows extends StorageFixture {

  /**
   * How many rows the store keeps for the account: groups, deleted ones included, memberships,
   * favorites and entries of the register; also those that no port shows any more.
   */
  long storedRows(AccountId account);
}
