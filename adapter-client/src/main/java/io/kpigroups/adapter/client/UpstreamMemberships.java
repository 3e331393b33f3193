package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.GroupOrKpiNotFound;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Instant;

/** Which KPIs are in which group of upstream. */
final class UpstreamMemberships implements MembershipStore {
  private final Upstream upstream;

  UpstreamMemberships(Upstream upstream) {
    this.upstream = upstream;
  }

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    Answer answer =
        upstream.repeatable(
            by, (api, token, account) -> api.addKpi(token, account, kpi.value(), group.value()));
    if (!Refusals.isThereByUs(answer)) {
      check(kpi, answer);
    }
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    Answer answer =
        upstream.repeatable(
            by, (api, token, account) -> api.removeKpi(token, account, kpi.value(), group.value()));
    if (!Refusals.isGoneByUs(answer)) {
      check(kpi, answer);
    }
  }

  private static void check(KpiId kpi, Answer answer) {
    if (!answer.isSuccess()) {
      throw Refusals.of(answer, slug -> absent(kpi, slug));
    }
  }

  private static KpiGroupException absent(KpiId kpi, String slug) {
    if (Refusals.isGroup(slug)) {
      return new GroupNotFound();
    }
    return Refusals.isKpi(slug) ? new KpiNotFound(kpi.value()) : new GroupOrKpiNotFound();
  }
}
