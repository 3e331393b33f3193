package com.example.store;

import com.example.store.MyTables.Rows;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.kpigroups.testkit.fixture.TestTime;
import java.util.Optional;

class MyStorageTest extends KpiGroupStorageContract {
  private static final MyStorage STORAGE = new MyStorage();

  @Override
  public KpiGroupStorage storage() {
    return STORAGE;
  }

  /** Fewer than usual, since the template reads all of them for every page. */
  @Override
  public int groupsToWalk() {
    return 500;
  }

  @Override
  public long storedRows(AccountId account) {
    return STORAGE.tables.inOneStep(account, TestTime.ample(), Rows::count);
  }

  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return STORAGE.tables.inOneStep(
        group.account(),
        TestTime.ample(),
        rows -> Optional.ofNullable(rows.members(group.id()).get(kpi)));
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    return STORAGE.tables.inOneStep(
        group.account(),
        TestTime.ample(),
        rows -> rows.group(group.id()).flatMap(kept -> kept.life().deleted()));
  }
}
