package io.kpigroups.adapter.mongo.store;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;

import com.mongodb.client.model.Projections;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.KpiDocument;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import java.util.List;
import java.util.Set;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;

/**
 * Lists the registered KPIs that are in no live group, in three commands: the ids of those that are
 * in one, the ids of those that are registered, and the rows of the page.
 *
 * <p>The ids are compared here, because some servers compare each document with each value of a
 * long {@code $nin}. The ids that are in a group come in one document of at most 16 MB: about
 * 200,000 of the longest.
 */
record UngroupedKpis(MongoCollections collections) {
  private static final Projection<KpiDocument, String> AS_ID =
      new Projection<>(Projections.include("kpiId"), document -> required("kpiId", document.kpiId));

  /**
   * A page of them.
   *
   * @param kpis which registered KPIs are asked for
   */
  Page<Kpi> page(Call viewer, Document kpis, ListQuery<KpiField> query) {
    TimedCollection<KpiDocument> register = collections.kpis(viewer.deadline());
    Set<BsonValue> grouped = grouped(viewer);
    List<String> ids =
        register.ordered(kpis, query.order(), AS_ID).stream()
            .filter(id -> !grouped.contains(new BsonString(id)))
            .toList();
    Page<String> page = query.cut(ids);
    Document rows = new Document(kpis).append("kpiId", new Document("$in", page.items()));
    List<Kpi> items =
        page.items().isEmpty()
            ? List.of()
            : register.ordered(rows, query.order(), KpiDocument.AS_KPI);
    return new Page<>(items, page.total(), page.range(), page.hasNext());
  }

  private Set<BsonValue> grouped(Call viewer) {
    return Set.copyOf(
        collections
            .groups(viewer.deadline())
            .distinct("members.k", GroupDocument.live(viewer.account())));
  }
}
