package com.example.store;

import static com.example.store.MyStorage.cannotAnswer;

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

final class MyGroups implements GroupStore {

  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    throw cannotAnswer(viewer);
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    throw cannotAnswer(viewer);
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    throw cannotAnswer(by);
  }

  @Override
  public ViewedGroup rename(
      Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    throw cannotAnswer(by);
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    throw cannotAnswer(by);
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    throw cannotAnswer(by);
  }
}
