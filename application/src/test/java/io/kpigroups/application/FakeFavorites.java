package io.kpigroups.application;

import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KpiGroupId;
import java.util.List;

/** Knows the groups that a test has put in, keeps nothing, and notes what it is asked. */
final class FakeFavorites implements FavoriteStore {
  private final FakeGroups groups;
  private final List<Call> calls;

  FakeFavorites(FakeGroups groups, List<Call> calls) {
    this.groups = groups;
    this.calls = calls;
  }

  @Override
  public void add(Actor user, KpiGroupId group, int limit) {
    calls.add(Call.of("add favorite", user, group, limit));
    groups.require(user, group);
  }

  @Override
  public void remove(Actor user, KpiGroupId group) {
    calls.add(Call.of("remove favorite", user, group));
    groups.require(user, group);
  }
}
