package io.kpigroups.bootstrap.service.pairwise;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.TestTime;
import io.kpigroups.testkit.memory.InMemoryStorage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The store in memory, with the same rows in it as the service under test. */
final class Reference {
  private final KpiGroupStorage storage = new InMemoryStorage();
  private final AccountId account;

  Reference(String account) {
    this.account = new AccountId(account);
  }

  /** The KPI, as it was entered. */
  void kpi(String id, String name, String... owners) {
    List<UserId> users = List.of(owners).stream().map(UserId::new).toList();
    Kpi kpi = new Kpi(account, new KpiId(id), new Name(name), users);
    storage.registry().orElseThrow().put(by("ann"), kpi, KpiCondition.NONE, AccountLimits.DEFAULT);
  }

  void noKpi(String id) {
    storage.registry().orElseThrow().remove(by("ann"), new KpiId(id), KpiCondition.NONE);
  }

  /** The group of the row, with its members and favorite; deleted if the row says so. */
  void group(Map<String, Object> row, Map<String, String> members) {
    KpiGroupId id = new KpiGroupId(text(row, "id"));
    Name name = new Name(text(row, "name"));
    Name before = new Name("before " + name.value());
    Call creator = by(text(row, "createdById"));
    storage.groups().create(creator, id, before, at(row, "dateCreated"), AccountLimits.DEFAULT);
    RevisionMatch any = RevisionMatch.any();
    Call modifier = by(text(row, "modifiedById"));
    storage.groups().rename(modifier, id, name, at(row, "dateUpdated"), any);
    members.forEach(
        (kpi, date) ->
            storage
                .memberships()
                .add(by("ann"), id, new KpiId(kpi), Instant.parse(date), AccountRules.DEFAULT));
    if (row.get("favorite").equals(true)) {
      storage.favorites().add(by("ann"), id, at(row, "dateCreated"), AccountLimits.DEFAULT);
    }
    if (row.containsKey("dateDeleted")) {
      storage.groups().delete(by(text(row, "deletedById")), id, at(row, "dateDeleted"), any);
    }
  }

  Page<ViewedGroup> groups(Question question) {
    GroupSelection live = question.deleted ? GroupSelection.DELETED : GroupSelection.LIVE;
    GroupSelection selection = live.with(GroupFilter.and(question.filters)).withKpiCount();
    return page(
        question,
        ListQuery.groups(question.order(GroupField.values()), whole(), question.counted),
        query -> storage.groups().list(by("ann"), selection, query),
        (query, row) -> Position.of(query.order(), row.group()));
  }

  Page<Kpi> kpis(Question question) {
    return page(
        question,
        ListQuery.kpis(question.order(KpiField.values()), whole(), question.counted),
        query -> storage.kpis().list(by("ann"), question.kpis(), query),
        (query, row) -> Position.of(query.order(), row));
  }

  Page<Member> members(String group, Question question) {
    return page(
        question,
        ListQuery.members(question.order(MemberField.values()), whole(), question.counted),
        query -> storage.memberships().list(by("ann"), new KpiGroupId(group), query),
        (query, row) -> Position.of(query.order(), row));
  }

  private static <F extends Enum<F>, R> Page<R> page(
      Question question,
      ListQuery<F> query,
      Function<ListQuery<F>, Page<R>> list,
      BiFunction<ListQuery<F>, R, Position> place) {
    ListQuery<F> asked = query.withRange(new PageRange(question.skip, question.limit));
    if (question.behind == 0) {
      return list.apply(asked);
    }
    Page<R> before = list.apply(query.withRange(PageRange.first(question.behind)));
    return before.hasNext()
        ? list.apply(asked.after(place.apply(query, before.items().get(question.behind - 1))))
        : list.apply(asked);
  }

  private static PageRange whole() {
    return PageRange.first(Integer.MAX_VALUE);
  }

  private Call by(String user) {
    return new Call(Actor.of(account, new UserId(user), Set.of()), TestTime.ample());
  }

  private static Instant at(Map<String, Object> row, String field) {
    return Instant.parse(text(row, field));
  }

  private static String text(Map<String, Object> row, String field) {
    return (String) row.get(field);
  }
}
