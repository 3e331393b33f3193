package io.kpigroups.adapter.mongo.store;

import io.kpigroups.adapter.mongo.document.KpiDocument;
import io.kpigroups.adapter.mongo.document.Selected;
import io.kpigroups.adapter.mongo.driver.ListReader;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The register of KPIs in the collection {@code kpis}.
 *
 * <p>A change without a condition of the caller sets a state, so it may be repeated. One with a
 * condition must not be: an entry does not show who made it. Its command is done only if the entry
 * is still as it was read.
 */
public record MongoKpiStore(MongoCollections collections) implements KpiStore, KpiRegistry {
  @Override
  public Page<Kpi> list(Call viewer, KpiFilter filter, ListQuery<KpiField> query) {
    Selected selected = KpiDocument.selected(viewer.actor(), filter);
    return filter.ungrouped()
        ? new UngroupedKpis(collections).page(viewer, selected, query)
        : new ListReader<>(kpis(viewer), selected).page(query, KpiDocument.AS_KPI);
  }

  @Override
  public Optional<Kpi> find(Call viewer, KpiId id) {
    return kpis(viewer).first(KpiDocument.one(viewer.account(), id), KpiDocument.AS_KPI);
  }

  /** How many of these KPIs are registered. */
  long count(Call call, Collection<String> ids) {
    return kpis(call).count(KpiDocument.these(call.account(), ids));
  }

  /** The names of those of these KPIs that are registered. */
  Map<KpiId, Name> names(Call call, Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : kpis(call).each(KpiDocument.these(call.account(), ids), KpiDocument.AS_NAME).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  @Override
  public RegisterEntry.Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    Document all = KpiDocument.all(by.account());
    KpiDocument document = KpiDocument.of(kpi);
    return new ConditionalChange<>(
            () -> find(by, kpi.id()),
            present ->
                new RegisterEntry(by.account(), present)
                    .put(kpi, expected, () -> kpis(by).count(all, limits.kpisPerAccount()), limits),
            (present, effect) ->
                present.isEmpty()
                    ? changes(by, expected).insert(document)
                    : changes(by, expected).replace(one(by, present.get(), expected), document))
        .make();
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    new ConditionalChange<>(
            () -> find(by, id),
            present -> new RegisterEntry(by.account(), present).remove(id, expected),
            (present, effect) ->
                changes(by, expected).delete(one(by, present.orElseThrow(), expected)))
        .make();
  }

  /** Matches the entry; if the caller has a condition, only as it was read. */
  private static Document one(Call by, Kpi present, KpiCondition expected) {
    Document one = KpiDocument.one(by.account(), present.id());
    return expected.isStated()
        ? one.append("name", present.name().value())
            .append("ownerIds", KpiDocument.ownerIds(present))
        : one;
  }

  private TimedCollection<KpiDocument> changes(Call by, KpiCondition expected) {
    return expected.isStated() ? kpis(by).once() : kpis(by);
  }

  private TimedCollection<KpiDocument> kpis(Call call) {
    return collections.kpis(call.deadline());
  }
}
