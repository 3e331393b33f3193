package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers of the groups that a test has put in, changes none, and notes what it is asked. */
final class FakeGroups implements GroupStore {
  private final Map<KpiGroupId, KpiGroup> groups = new HashMap<>();
  private final List<Invocation> calls;
  private @Nullable KpiGroupException refusal;

  FakeGroups(List<Invocation> calls) {
    this.calls = calls;
  }

  /** From now on there is a group of this id in the account. */
  KpiGroup given(AccountId account, String id) {
    KpiGroupId groupId = new KpiGroupId(id.repeat(24));
    KpiGroup group = group(account, groupId, Samples.NAME, new Stamp(Samples.ANN, Samples.NOON));
    groups.put(groupId, group);
    return group;
  }

  /** From now on this group is there. */
  void given(KpiGroup group) {
    groups.put(group.id(), group);
  }

  /** From now on every create fails like this. */
  void givenRefusal(KpiGroupException failure) {
    refusal = failure;
  }

  /** The group of this id, if it is in the actor's account. */
  KpiGroup require(Call actor, KpiGroupId id) {
    return Optional.ofNullable(groups.get(id))
        .filter(group -> group.account().equals(actor.account()))
        .orElseThrow(GroupNotFound::new);
  }

  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    calls.add(Invocation.of("list groups", viewer, selection, query));
    List<ViewedGroup> all = groups.values().stream().map(FakeGroups::viewed).toList();
    List<ViewedGroup> rest = all.stream().skip(query.range().skip()).toList();
    return query.page(rest, false, all::size);
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    calls.add(Invocation.of("find group", viewer, id));
    try {
      return Optional.of(viewed(require(viewer, id)));
    } catch (GroupNotFound e) {
      return Optional.empty();
    }
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    calls.add(Invocation.of("create", by, id, name, at, limits));
    if (refusal != null) {
      throw refusal;
    }
    return viewed(group(by.account(), id, name, by.stamp(at)));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    calls.add(Invocation.of("rename", by, id, name, at, expected));
    KpiGroup before = require(by, id);
    return viewed(before.rename(name, by.stamp(at), expected).state());
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    calls.add(Invocation.of("delete", by, id, at, expected));
    require(by, id);
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    calls.add(Invocation.of("restore", by, id, at, deletedAfter, limits));
    return viewed(require(by, id));
  }

  private static KpiGroup group(AccountId account, KpiGroupId id, Name name, Stamp created) {
    return KpiGroup.create(account, id, name, created);
  }

  /** As a favorite, which no service could make up. */
  static ViewedGroup viewed(KpiGroup group) {
    return new ViewedGroup(group, true);
  }
}
