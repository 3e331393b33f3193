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
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import java.time.Instant;
import java.util.Map;

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

  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    String path = "/kpis/groups/" + group.value() + "/kpis";
    return ListPager.pageOfOurs(
        part ->
            ListResponse.readOurs(
                client.repeatable(
                    viewer, (api, caller) -> api.listMembers(caller, group.value(), part)),
                path,
                JsonReader::member),
        Map.of(),
        query);
  }

  /** Upstream decides which KPIs are known. */
  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    Map<String, String> oneRow = Map.of("limit", "1");
    ListResponse.requireOurs(
        client.repeatable(viewer, (api, caller) -> api.listGroupsOf(caller, kpi.value(), oneRow)),
        "/kpis/" + kpi.value() + "/groups");
  }

  private static KpiGroupException absent(String slug, KpiId kpi) {
    return switch (slug) {
      case UpstreamResponse.GROUP_NOT_FOUND -> new GroupNotFound();
      case UpstreamResponse.KPI_NOT_FOUND -> new KpiNotFound(kpi.value());
      default -> new GroupOrKpiNotFound();
    };
  }
}
