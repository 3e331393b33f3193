package io.kpigroups.adapter.mongo.driver;

import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.Order;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** By which fields of documents lists are sorted. */
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
}
