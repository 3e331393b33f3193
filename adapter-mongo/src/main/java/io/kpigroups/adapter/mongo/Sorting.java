package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** Sort keys as field names. Text sorts by its bytes, which in UTF-8 is by code point. */
final class Sorting {
  private Sorting() {}

  static Document groups(ListQuery<GroupField> query) {
    return sort(query.order(), Sorting::field);
  }

  static Document kpis(ListQuery<KpiField> query) {
    return sort(query.order(), Sorting::field);
  }

  private static <F extends Enum<F>> Document sort(
      List<Order<F>> orders, Function<F, String> field) {
    Document sort = new Document();
    orders.forEach(order -> sort.append(field.apply(order.field()), order.descending() ? -1 : 1));
    return sort;
  }

  private static String field(GroupField field) {
    return switch (field) {
      case ID -> "_id";
      case NAME -> "nameKey";
      case DATE_CREATED -> "dateCreated";
      case DATE_UPDATED -> "dateUpdated";
    };
  }

  private static String field(KpiField field) {
    return switch (field) {
      case ID -> "kpiId";
      case NAME -> "nameKey";
    };
  }
}
