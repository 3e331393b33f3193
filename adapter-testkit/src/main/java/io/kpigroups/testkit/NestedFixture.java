package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.StoredRows;
import io.kpigroups.testkit.fixture.StoredStamps;
import java.util.Optional;

/** What the author of a store has said of it, said again where the promises are. */
abstract class NestedFixture implements StoredRows, StoredStamps {

  /** The class that the author wrote. */
  abstract StoreReadsContract author();

  @Override
  public KpiGroupStorage storage() {
    return author().storage();
  }

  @Override
  public Actor actor(AccountId account, UserId user) {
    return author().actor(account, user);
  }

  @Override
  public void givenKpi(Call call, KpiId id) {
    author().givenKpi(call, id);
  }

  @Override
  public void givenKpi(Call call, Kpi kpi) {
    author().givenKpi(call, kpi);
  }

  @Override
  public void givenNoKpi(Call call, KpiId id) {
    author().givenNoKpi(call, id);
  }

  @Override
  public ViewedGroup listed(ViewedGroup group) {
    return author().listed(group);
  }

  @Override
  public boolean comparesByCodePoint() {
    return author().comparesByCodePoint();
  }

  @Override
  public boolean canSay(GroupFilter filter) {
    return author().canSay(filter);
  }

  @Override
  public int groupsToWalk() {
    return author().groupsToWalk();
  }

  @Override
  public int rowsToWalk() {
    return author().rowsToWalk();
  }

  @Override
  public int filtersToTry() {
    return author().filtersToTry();
  }

  @Override
  public int deletesAgainstBatches() {
    return author().deletesAgainstBatches();
  }

  @Override
  public int restoresAgainstPurges() {
    return author().restoresAgainstPurges();
  }

  @Override
  public Optional<AutoCloseable> lock(KpiGroup group) {
    return author().lock(group);
  }

  @Override
  public long storedRows(AccountId account) {
    return author().storedRows(account);
  }

  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return author().storedMembership(group, kpi);
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    return author().storedDeletion(group);
  }
}
