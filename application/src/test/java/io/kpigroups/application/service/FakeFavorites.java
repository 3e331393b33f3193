package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;
import java.util.List;

/** Knows the groups that a test has put in, keeps nothing, and notes what it is asked. */
final class FakeFavorites implements FavoriteStore {
  private final FakeGroups groups;
  private final List<Invocation> calls;

  FakeFavorites(FakeGroups groups, List<Invocation> calls) {
    this.groups = groups;
    this.calls = calls;
  }

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    calls.add(Invocation.of("add favorite", user, group, at, limits));
    groups.require(user, group);
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    calls.add(Invocation.of("remove favorite", user, group, at));
    groups.require(user, group);
  }
}
