package io.kpigroups.application;

import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.RevisionRequired;
import io.kpigroups.domain.ViewedGroup;
import java.time.Clock;

/** Looking at and changing groups. */
public final class KpiGroupService implements KpiGroups {
  private final GroupStore store;
  private final Settings settings;
  private final Clock clock;

  public KpiGroupService(GroupStore store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Page<ViewedGroup> list(Actor actor, GroupQuery query) {
    Operation.LIST_GROUPS.authorize(actor);
    return store.list(actor, query.withRange(query.range().atMost(settings.pageMax())));
  }

  @Override
  public ViewedGroup get(Actor actor, KpiGroupId id) {
    Operation.GET_GROUP.authorize(actor);
    return store.find(actor, id).orElseThrow(GroupNotFound::new);
  }

  @Override
  public ViewedGroup create(Actor actor, KpiGroupName name) {
    Operation.CREATE_GROUP.authorize(actor);
    return store.create(actor, name, clock.instant(), settings.limits().groupsPerAccount());
  }

  @Override
  public ViewedGroup rename(Actor actor, KpiGroupId id, KpiGroupName name, RevisionMatch expected) {
    Operation.RENAME_GROUP.authorize(actor);
    checkStated(actor, id, expected);
    return store.rename(actor, id, name, clock.instant(), expected);
  }

  @Override
  public void delete(Actor actor, KpiGroupId id, RevisionMatch expected) {
    Operation.DELETE_GROUP.authorize(actor);
    checkStated(actor, id, expected);
    store.delete(actor, id, clock.instant(), expected);
  }

  /** A group that is not there is reported before an expectation that is not stated. */
  private void checkStated(Actor actor, KpiGroupId id, RevisionMatch expected) {
    if (settings.requireRevision() && !expected.isStated()) {
      throw store.find(actor, id).isPresent() ? new RevisionRequired() : new GroupNotFound();
    }
  }
}
