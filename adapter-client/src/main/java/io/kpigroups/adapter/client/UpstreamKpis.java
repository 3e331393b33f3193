package io.kpigroups.adapter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The KPIs of upstream, which are made, changed and removed there. */
final class UpstreamKpis implements KpiStore {
  private static final int NOT_FOUND = 404;

  private final Upstream upstream;

  UpstreamKpis(Upstream upstream) {
    this.upstream = upstream;
  }

  @Override
  public Page<Kpi> list(Call viewer, ListQuery<KpiField> query) {
    RowSource<Kpi> source =
        (skip, limit, sort) ->
            Rows.read(
                upstream.repeatable(
                    viewer,
                    (api, token, account) -> api.listKpis(token, account, skip, limit, sort)),
                "/kpis",
                json -> read(json, viewer.account()));
    return new Pages<>(source, kpi -> kpi.id().value(), Order.comparator(query.order()))
        .page(query.range(), Sorts.of(query.order(), UpstreamKpis::name), query.count());
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    Answer answer =
        upstream.repeatable(
            viewer, (api, token, account) -> api.getKpi(token, account, id.value()));
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      throw Refusals.of(answer, slug -> absent(id));
    }
    Kpi kpi = read(answer.content(), viewer.account());
    if (!kpi.id().equals(id)) {
      throw Failures.unusable("A KPI other than was asked for.");
    }
    return Optional.of(kpi);
  }

  private static KpiGroupException absent(KpiId id) {
    return new KpiNotFound(id.value());
  }

  /** The reference does not show a KPI's JSON, so only an id and a name are demanded. */
  private static Kpi read(JsonNode json, AccountId account) {
    if (!Json.textOr(json, "accountId", account.value()).equals(account.value())) {
      throw Failures.unusable("A KPI of another account than was asked for.");
    }
    List<UserId> owners = new ArrayList<>();
    json.path("ownerIds").forEach(owner -> owners.add(owner(owner)));
    return Kpi.stored(
        account,
        Json.value(json, "id", KpiId::new),
        Json.value(json, "name", Name::stored),
        owners);
  }

  private static UserId owner(JsonNode owner) {
    if (!owner.isTextual()) {
      throw Failures.unusable("\"ownerIds\" has something that is no text.");
    }
    return UserId.stored(owner.textValue());
  }

  private static String name(KpiField field) {
    return switch (field) {
      case ID -> "id";
      case NAME -> "name";
    };
  }
}
