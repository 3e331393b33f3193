package io.kpigroups.adapter.mongo.store;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.model.Projections;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.KpiDocument;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.document.Selected;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue;
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
  private static final Projection<KpiDocument, Row> AS_ROW =
      new Projection<>(
          Projections.include("kpiId", "nameKey"),
          document ->
              new Row(required("kpiId", document.kpiId), requireNonNullElse(document.nameKey, "")));

  private static final Projection<KpiDocument, Entry> AS_ENTRY =
      new Projection<>(
          KpiDocument.AS_KPI.fields(),
          document ->
              new Entry(
                  AS_ROW.mapper().apply(document), KpiDocument.AS_KPI.mapper().apply(document)));

  /** What an entry is sorted by. */
  private record Row(String id, String nameKey) {
    Position place(List<Order<KpiField>> order) {
      return new Position(
          order.stream()
              .map(by -> by.field() == KpiField.ID ? id : nameKey)
              .<FieldValue>map(FieldValue.Text::new)
              .toList());
    }
  }

  /** An entry with what it was sorted by when it was read. */
  private record Entry(Row row, Kpi kpi) {}

  /**
   * A page of them. One that is registered no more when it is read, or that has another place in
   * the order, is left out: whoever goes on behind the last row would not go on where it was.
   *
   * @param selected which registered KPIs are asked for
   */
  Page<Kpi> page(Call viewer, Selected selected, ListQuery<KpiField> query) {
    TimedCollection<KpiDocument> register = collections.kpis(viewer.deadline());
    Set<BsonValue> grouped = grouped(viewer);
    while (true) {
      Page<Row> page =
          query.cut(
              register.each(selected.filter(), AS_ROW).stream()
                  .filter(row -> !grouped.contains(new BsonString(row.id()))),
              row -> row.place(query.order()));
      List<Kpi> items = read(register, selected, page.items(), query.order());
      if (!items.isEmpty() || !page.hasNext()) {
        return new Page<>(items, page.total(), page.range(), page.hasNext());
      }
    }
  }

  private static List<Kpi> read(
      TimedCollection<KpiDocument> register,
      Selected selected,
      List<Row> rows,
      List<Order<KpiField>> order) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<Position> places = rows.stream().map(row -> row.place(order)).collect(toSet());
    List<String> ids = rows.stream().map(Row::id).toList();
    Document these = selected.and("kpiId", new Document("$in", ids)).filter();
    return register.each(these, AS_ENTRY).stream()
        .filter(entry -> places.contains(entry.row().place(order)))
        .map(Entry::kpi)
        .sorted(Order.comparator(order))
        .toList();
  }

  private Set<BsonValue> grouped(Call viewer) {
    return Set.copyOf(
        collections
            .groups(viewer.deadline())
            .distinct("members.k", GroupDocument.live(viewer.account())));
  }
}
