package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.adapter.client.resilience.UpstreamClient;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The KPIs of upstream, which are made, changed and removed there. */
record UpstreamKpis(UpstreamClient client) implements KpiStore {

  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    var pager =
        new ListPager<>(
            part -> fetch(viewer, part),
            "/kpis",
            json -> row(json, viewer, filter),
            kpi -> kpi.id().value(),
            picked(viewer, filter));
    return pager.page(query, kpi -> Position.of(query.order(), kpi));
  }

  /**
   * A list that is not there is no operation of upstream.
   *
   * @throws Unsupported if it is not there
   */
  private UpstreamResponse fetch(Call viewer, Map<String, String> part) {
    UpstreamResponse response =
        client.repeatable(viewer, (api, caller) -> api.listKpis(caller, part));
    if (response.isAbsent()) {
      throw ExceptionTranslator.unsupported();
    }
    return response;
  }

  /** A list that does not tell owners does not show who is none. */
  private static Kpi row(JsonNode json, Call viewer, KpiFilter filter) {
    if (filter.owner().isPresent() && !json.path("ownerIds").isArray()) {
      throw ExceptionTranslator.unsupported();
    }
    return JsonReader.kpi(json, viewer.namedAccount());
  }

  /** Who a caller is that is known elsewhere only, is upstream's to find out. */
  private static Picked<Kpi> picked(Call viewer, KpiFilter filter) {
    Map<String, String> unseen = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    boolean isCallerKnown = viewer.actor() instanceof Actor.Member;
    Optional<Owner> shown =
        filter.owner().filter(owner -> isCallerKnown || owner instanceof Owner.Named);
    filter.search().ifPresent(search -> seen.put("q", search.text()));
    filter
        .owner()
        .ifPresent(owner -> (shown.isPresent() ? seen : unseen).put("owner", term(owner)));
    if (filter.ungrouped()) {
      unseen.put("ungrouped", "true");
    }
    KpiFilter here = new KpiFilter(filter.search(), shown, false);
    return new Picked<>(
        !unseen.isEmpty(),
        unseen,
        Optional.of(seen),
        Optional.of(kpi -> here.matches(kpi, viewer.actor(), any -> false)),
        ListScope.of(viewer.namedAccount(), filter));
  }

  private static String term(Owner owner) {
    return owner instanceof Owner.Named named ? named.user().value() : "me";
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    UpstreamResponse response =
        client.repeatable(viewer, (api, caller) -> api.getKpi(caller, id.value()));
    if (response.isAbsent()) {
      return Optional.empty();
    }
    Kpi kpi = JsonReader.kpi(response.orThrow().json(), viewer.namedAccount());
    if (!kpi.id().equals(id)) {
      throw ExceptionTranslator.unusable("A KPI other than was asked for.");
    }
    return Optional.of(kpi);
  }
}
