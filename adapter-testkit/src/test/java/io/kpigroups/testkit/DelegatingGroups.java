package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
import java.util.Optional;

/** Sound groups, of which a subclass breaks one method. */
class DelegatingGroups implements GroupStore {
  final GroupStore sound;

  DelegatingGroups(GroupStore sound) {
    this.sound = sound;
  }

  @Override
  public Page<ViewedGroup> list(Call viewer, GroupQuery query) {
    return sound.list(viewer, query);
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return sound.find(viewer, id);
  }

  @Override
  public ViewedGroup create(
      Call by, KpiGroupId id, KpiGroupName name, Instant at, AccountLimits limits) {
    return sound.create(by, id, name, at, limits);
  }

  @Override
  public ViewedGroup rename(
      Call by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    return sound.rename(by, id, name, at, expected);
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    sound.delete(by, id, at, expected);
  }
}
