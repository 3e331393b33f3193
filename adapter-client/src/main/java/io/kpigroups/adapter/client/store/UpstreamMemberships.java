package io.kpigroups.adapter.client.store;

import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.adapter.client.resilience.UpstreamClient;
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

/** The KPIs in groups, kept by upstream. */
record UpstreamMemberships(UpstreamClient client) implements MembershipStore {

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    client
        .repeatable(by, (api, caller) -> api.addKpi(caller, kpi.value(), group.value()))
        .requireAdded(slug -> absent(slug, kpi));
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    client
        .repeatable(by, (api, caller) -> api.removeKpi(caller, kpi.value(), group.value()))
        .requireRemoved(slug -> absent(slug, kpi));
  }

  private static KpiGroupException absent(String slug, KpiId kpi) {
    return switch (slug) {
      case UpstreamResponse.GROUP_NOT_FOUND -> new GroupNotFound();
      case "kpi-not-found" -> new KpiNotFound(kpi.value());
      default -> new GroupOrKpiNotFound();
    };
  }
}
