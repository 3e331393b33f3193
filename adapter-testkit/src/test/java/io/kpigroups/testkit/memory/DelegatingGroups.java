package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;

/** Sound groups, of which a subclass breaks one method. */
class DelegatingGroups implements GroupStore {
  final GroupStore sound;

  DelegatingGroups(GroupStore sound) {
    this.sound = sound;
  }

  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    return sound.list(viewer, selection, query);
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return sound.find(viewer, id);
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    return sound.create(by, id, name, at, limits);
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    return sound.rename(by, id, name, at, expected);
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    sound.delete(by, id, at, expected);
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    return sound.restore(by, id, at, deletedAfter, limits);
  }
}
