package io.kpigroups.adapter.mongo.driver;

import io.kpigroups.adapter.mongo.document.FieldValues;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** By which fields of documents lists are sorted, and where in an order a page begins. */
final class SortKeys {
  /** Text sorts by its bytes, which in UTF-8 is by code point; what is not there comes first. */
  private static final Map<Enum<?>, String> FIELDS =
      Map.of(
          GroupField.ID, "_id",
          GroupField.NAME, "nameKey",
          GroupField.DATE_CREATED, "dateCreated",
          GroupField.DATE_UPDATED, "dateUpdated",
          GroupField.DATE_DELETED, "deletedAt",
          KpiField.ID, "kpiId",
          KpiField.NAME, "nameKey");

  private SortKeys() {}

  static <F extends Enum<F>> Document of(List<Order<F>> order) {
    Document sort = new Document();
    order.forEach(by -> sort.append(FIELDS.get(by.field()), by.descending() ? -1 : 1));
    return sort;
  }

  /**
   * What documents behind the place are like, one of these: the first keys are those of the place,
   * and the next one is beyond it.
   */
  static <F extends Enum<F>> List<Document> behind(List<Order<F>> order, Position place) {
    List<Document> alternatives = new ArrayList<>();
    Document same = new Document();
    for (int i = 0; i < order.size(); i++) {
      Order<F> by = order.get(i);
      String field = FIELDS.get(by.field());
      Object value = FieldValues.of(place.values().get(i));
      Document beyond = new Document(by.descending() ? "$lt" : "$gt", value);
      alternatives.add(new Document(same).append(field, beyond));
      same.append(field, new Document("$eq", value));
    }
    return alternatives;
  }
}
