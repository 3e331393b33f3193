package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.adapter.client.resilience.UpstreamClient;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.GroupOrKpiNotFound;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
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

  /**
   * If a response was lost, the batch is sent again, and the answer is that of the last try: what
   * an earlier one did counts as unchanged. A success that cannot be read is no answer: nobody
   * knows what was done.
   */
  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
    UpstreamResponse response =
        client
            .repeatable(by, (api, caller) -> api.changeMembers(caller, group.value(), json(batch)))
            .orUnsupported();
    try {
      return JsonReader.batchResult(response.json());
    } catch (UpstreamFailure e) {
      throw ExceptionTranslator.unreadableSuccess(e);
    }
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    String path = "/kpis/groups/" + group.value() + "/kpis";
    var pager =
        new ListPager<>(
            part ->
                client.repeatable(
                    viewer, (api, caller) -> api.listMembers(caller, group.value(), part)),
            path,
            JsonReader::member,
            member -> member.kpi().value(),
            Picked.all(true, ListScope.of(viewer.namedAccount(), group)));
    return pager.page(query, member -> Position.of(query.order(), member));
  }

  /** Upstream decides which KPIs are known. */
  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    Map<String, String> oneRow = Map.of("limit", "1");
    ListResponse.requireOurs(
        client.repeatable(viewer, (api, caller) -> api.listGroupsOf(caller, kpi.value(), oneRow)),
        "/kpis/" + kpi.value() + "/groups");
  }

  private static String json(KpiBatch batch) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode add = json.putArray("add");
    batch.add().forEach(kpi -> add.add(kpi.value()));
    ArrayNode remove = json.putArray("remove");
    batch.remove().forEach(kpi -> remove.add(kpi.value()));
    return json.toString();
  }

  private static KpiGroupException absent(String slug, KpiId kpi) {
    return switch (slug) {
      case UpstreamResponse.GROUP_NOT_FOUND -> new GroupNotFound();
      case UpstreamResponse.KPI_NOT_FOUND -> new KpiNotFound(kpi.value());
      default -> new GroupOrKpiNotFound();
    };
  }
}
