package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.adapter.client.resilience.UpstreamClient;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The KPIs of upstream, which are made, changed and removed there. */
record UpstreamKpis(UpstreamClient client) implements KpiStore {
  private static final String LIST = "/kpis";

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    Function<JsonNode, Kpi> readRow = json -> JsonReader.kpi(json, viewer.account());
    if (!filter.equals(KpiFilter.ALL)) {
      return ListPager.pageOfOurs(
          part -> ListResponse.readOurs(fetch(viewer, part), LIST, readRow),
          ListParameters.of(filter),
          query);
    }
    var pager =
        new ListPager<Kpi>(
            part -> ListResponse.read(fetch(viewer, part), LIST, readRow),
            kpi -> kpi.id().value(),
            Order.comparator(query.order()));
    return pager.page(query);
  }

  private UpstreamResponse fetch(Call viewer, Map<String, String> part) {
    return client.repeatable(viewer, (api, caller) -> api.listKpis(caller, part));
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    UpstreamResponse response =
        client.repeatable(viewer, (api, caller) -> api.getKpi(caller, id.value()));
    if (response.isAbsent()) {
      return Optional.empty();
    }
    Kpi kpi = JsonReader.kpi(response.orThrow().json(), viewer.account());
    if (!kpi.id().equals(id)) {
      throw ExceptionTranslator.unusable("A KPI other than was asked for.");
    }
    return Optional.of(kpi);
  }
}
