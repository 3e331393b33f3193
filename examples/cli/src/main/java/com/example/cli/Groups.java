package com.example.cli;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.service.Settings;
import io.kpigroups.application.service.UseCases;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.Name;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The use cases, and what a person at a terminal wants besides.
 *
 * @param calls says as whom, and until when, each time one is called
 */
record Groups(UseCases useCases, Supplier<Call> calls) {
  /** As many rows as a page of the service has. */
  private static final int PAGE = Settings.DEFAULT.pageMax();

  Groups(KpiGroupStorage storage, Supplier<Call> calls) {
    this(UseCases.of(storage, Settings.DEFAULT, Clock.systemUTC(), new SecureRandom()), calls);
  }

  /** A call that begins now. */
  Call call() {
    return calls.get();
  }

  /** Groups, fetched page by page as they are read. */
  Stream<ViewedGroup> all(GroupSelection selection, List<Order<GroupField>> order, long limit) {
    PageRange page = PageRange.first((int) Math.min(limit, PAGE));
    ListQuery<GroupField> first = ListQuery.groups(order, page, false);
    return ListQuery.walk(
            first, query -> useCases.groups().list(call(), selection, query), ViewedGroup::group)
        .limit(limit);
  }

  /** The KPIs of a group by name, fetched page by page as they are read. */
  Stream<Member> membersOf(KpiGroupId group) {
    ListQuery<MemberField> first =
        ListQuery.members(List.of(Order.ascending(MemberField.NAME)), PageRange.first(PAGE), false);
    return ListQuery.walk(
        first, query -> useCases.membership().list(call(), group, query), row -> row);
  }

  /** The KPIs that can be put into groups, by name, fetched page by page as they are read. */
  Stream<Kpi> kpis(boolean ungrouped) {
    KpiFilter filter = ungrouped ? KpiFilter.UNGROUPED : KpiFilter.ALL;
    ListQuery<KpiField> first =
        ListQuery.kpis(List.of(Order.ascending(KpiField.NAME)), PageRange.first(PAGE), false);
    return ListQuery.walk(
        first, query -> useCases.register().list(call(), filter, query), row -> row);
  }

  /**
   * The id of a group that is named by its id or by its exact name.
   *
   * @throws CommandFailure if no group, or more than one, has this name
   */
  KpiGroupId id(String group, GroupSelection among) {
    if (group.matches("[0-9a-f]{24}")) {
      return new KpiGroupId(group);
    }
    FieldValue name = new FieldValue.Text(new Name(group).value());
    GroupSelection named = among.with(new GroupFilter.OneOf(FilterField.NAME, List.of(name)));
    List<String> ids = all(named, List.of(), 10).map(row -> row.group().id().value()).toList();
    if (ids.isEmpty()) {
      throw new CommandFailure(Exit.NOT_FOUND, "No group has this name.");
    }
    if (ids.size() > 1) {
      throw new CommandFailure(
          Exit.USAGE,
          "Several groups have this name. Give the id of one instead: " + String.join(", ", ids));
    }
    return new KpiGroupId(ids.get(0));
  }
}
