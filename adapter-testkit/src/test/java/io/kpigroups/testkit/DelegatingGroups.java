package io.kpigroups.testkit;

import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.Actor;
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
  public Page<ViewedGroup> list(Actor viewer, GroupQuery query) {
    return sound.list(viewer, query);
  }

  @Override
  public Optional<ViewedGroup> find(Actor viewer, KpiGroupId id) {
    return sound.find(viewer, id);
  }

  @Override
  public ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit) {
    return sound.create(by, name, at, limit);
  }

  @Override
  public ViewedGroup rename(
      Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    return sound.rename(by, id, name, at, expected);
  }

  @Override
  public void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
    sound.delete(by, id, at, expected);
  }
}
