package io.kpigroups.rival.vertx;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import java.time.Instant;
import java.util.List;

/** What is done with members of groups, with favorites and with the register of KPIs. */
final class MemberCalls {
  private static final AccountRules RULES =
      new AccountRules(GroupCalls.LIMITS, KnownKpis.REGISTERED);

  private final MembershipStore members;
  private final FavoriteStore favorites;
  private final KpiRegistry register;

  MemberCalls(SqliteStorage storage) {
    this.members = storage.memberships();
    this.favorites = storage.favorites();
    this.register = storage.registry().orElseThrow();
  }

  Answer list(Call call, KpiGroupId group, Request request) {
    PageRange range = PageRange.first(request.limit());
    return Answer.of(200, Json.members(members.list(call, group, ListQuery.members(range))));
  }

  Answer change(Call call, KpiGroupId group, Request request) {
    return Answer.of(
        200,
        Json.result(
            members.change(
                call, group, JsonBody.of(request.body()).batch(), Instant.now(), RULES)));
  }

  Answer add(Call call, KpiId kpi, KpiGroupId group) {
    members.add(call, group, kpi, Instant.now(), RULES);
    return Answer.empty();
  }

  Answer remove(Call call, KpiId kpi, KpiGroupId group) {
    members.remove(call, group, kpi, Instant.now(), RULES);
    return Answer.empty();
  }

  Answer watch(Call call, KpiGroupId group) {
    favorites.add(call, group, Instant.now(), GroupCalls.LIMITS);
    return Answer.empty();
  }

  Answer unwatch(Call call, KpiGroupId group) {
    favorites.remove(call, group, Instant.now());
    return Answer.empty();
  }

  Answer register(Call call, KpiId id, Request request) {
    Kpi kpi = new Kpi(call.account(), id, JsonBody.of(request.body()).name(), List.of());
    RegisterEntry.Effect effect = register.put(call, kpi, KpiCondition.NONE, GroupCalls.LIMITS);
    return Answer.of(effect == RegisterEntry.Effect.NEW ? 201 : 200, Json.kpi(kpi));
  }
}
