package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looking at and changing groups.
 *
 * @param memberships tells which KPIs are known
 * @param keys which groups were made under which keys; empty if the store cannot keep them
 */
public record KpiGroupService(
    GroupStore store,
    MembershipStore memberships,
    Optional<IdempotencyStore> keys,
    Settings settings,
    Clock clock,
    GroupIds ids)
    implements KpiGroups {
  private static final String NO_KEYS = "The store in use cannot keep idempotency keys.";

  /** The groups of this store. */
  public KpiGroupService(KpiGroupStorage storage, Settings settings, Clock clock, GroupIds ids) {
    this(storage.groups(), storage.memberships(), storage.idempotency(), settings, clock, ids);
  }

  @Override
  public Page<ViewedGroup> list(Call call, GroupSelection selection, ListQuery<GroupField> query) {
    Operation.LIST_GROUPS.authorize(call.actor());
    return page(call, selection, query);
  }

  @Override
  public Page<ViewedGroup> listOf(
      Call call, KpiId kpi, GroupSelection selection, ListQuery<GroupField> query) {
    Operation.LIST_GROUPS_OF_KPI.authorize(call.actor());
    Page<ViewedGroup> page = page(call, selection.with(kpi), query);
    if (page.items().isEmpty() && !hasRows(call, selection.with(kpi), query, page)) {
      memberships.requireKnown(call, kpi, settings.rules());
    }
    return page;
  }

  /** Whether the list has rows, though this page of it is empty: it may be behind the last one. */
  private boolean hasRows(
      Call call, GroupSelection selection, ListQuery<GroupField> query, Page<ViewedGroup> empty) {
    boolean isFirst = query.range().skip() == 0 && query.after().isEmpty();
    if (isFirst || empty.total().isPresent()) {
      return empty.total().orElse(0) > 0;
    }
    ListQuery<GroupField> first = ListQuery.groups(List.of(), PageRange.first(1), false);
    return !page(call, selection, first).items().isEmpty();
  }

  @Override
  public ViewedGroup get(Call call, KpiGroupId id) {
    Operation.GET_GROUP.authorize(call.actor());
    return store.find(call, id).orElseThrow(GroupNotFound::new);
  }

  @Override
  public ViewedGroup create(Call call, Name name, Optional<IdempotencyKey> key) {
    Operation.CREATE_GROUP.authorize(call.actor());
    Instant now = clock.instant();
    if (key.isPresent()) {
      IdempotencyStore kept = keys.orElseThrow(() -> new Unsupported(NO_KEYS));
      return new KeyedCreation(store, kept, settings).create(call, key.get(), ids, name, now);
    }
    return store.create(call, ids.next(now), name, now, settings.limits());
  }

  @Override
  public ViewedGroup rename(Call call, KpiGroupId id, Name name, RevisionMatch expected) {
    Operation.RENAME_GROUP.authorize(call.actor());
    checkStated(call, id, expected);
    return store.rename(call, id, name, clock.instant(), expected);
  }

  @Override
  public void delete(Call call, KpiGroupId id, RevisionMatch expected) {
    Operation.DELETE_GROUP.authorize(call.actor());
    checkStated(call, id, expected);
    store.delete(call, id, clock.instant(), expected);
  }

  @Override
  public ViewedGroup restore(Call call, KpiGroupId id) {
    Operation.RESTORE_GROUP.authorize(call.actor());
    return store.restore(call, id, clock.instant(), keptSince(), settings.limits());
  }

  private Page<ViewedGroup> page(Call call, GroupSelection selection, ListQuery<GroupField> query) {
    Page<ViewedGroup> page =
        store.list(call, selection.deletedAfter(keptSince()), query.atMost(settings.pageMax()));
    return selection.deletedAfter().isEmpty()
        ? page
        : page.map(viewed -> viewed.keptFor(settings.retention()));
  }

  /** Groups that were deleted at this time or before cannot be restored any more. */
  private Instant keptSince() {
    return clock.instant().minus(settings.retention());
  }

  /** A missing group is reported before a missing expectation. */
  private void checkStated(Call call, KpiGroupId id, RevisionMatch expected) {
    if (settings.requireRevision() && !expected.isStated()) {
      throw store.find(call, id).isPresent() ? new RevisionRequired() : new GroupNotFound();
    }
  }
}
