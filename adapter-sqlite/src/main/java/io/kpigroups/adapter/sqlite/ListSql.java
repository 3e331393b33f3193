package io.kpigroups.adapter.sqlite;

import io.kpigroups.domain.GroupField;
import io.kpigroups.domain.KpiField;
import io.kpigroups.domain.Order;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of the lists: put together from constants of this class, never from input. */
final class ListSql {
  /** The favorite is a subquery and not a join, so that skipped rows do not pay for it. */
  private static final String COLUMNS =
      """
      SELECT g.id, g.name, g.created_by, g.created_at, g.modified_by, g.modified_at, g.revision,
             EXISTS (SELECT 1 FROM kpi_group_favorites f
                     WHERE f.account_id = ?1 AND f.user_id = ?3 AND f.group_id = g.id)
      FROM kpi_groups g""";

  private static final String LIVE = " WHERE g.account_id = ?1 AND g.deleted_at IS NULL";

  /** A live group by its key. */
  static final String GROUP = COLUMNS + LIVE + " AND g.id = ?2";

  static final String KPIS = "SELECT k.id, k.name, k.owners FROM kpis k WHERE k.account_id = ?1";

  static final String OF_PURGED_GROUP =
      """

      WHERE account_id = ?1 AND group_id = ?2
        AND EXISTS (SELECT 1 FROM kpi_groups WHERE account_id = ?1 AND id = ?2 AND purging = 1)
      """;

  private ListSql() {}

  /**
   * Groups in this order; {@code ?2} is the limit, {@code ?3} the viewer, {@code ?4} the skip.
   *
   * <p>The index of the first sort key is prescribed: left to itself SQLite would rather read the
   * account's deleted groups too and sort all of it.
   */
  static String groups(List<Order<GroupField>> order) {
    return COLUMNS
        + " INDEXED BY "
        + index(order.get(0).field())
        + LIVE
        + orderBy(order, ListSql::column)
        + " LIMIT ?2 OFFSET ?4";
  }

  /** KPIs in this order; {@code ?2} is the limit, {@code ?3} the skip. */
  static String kpis(List<Order<KpiField>> order) {
    return KPIS + orderBy(order, ListSql::column) + " LIMIT ?2 OFFSET ?3";
  }

  private static <F extends Enum<F>> String orderBy(
      List<Order<F>> order, Function<F, String> column) {
    return order.stream()
        .map(o -> column.apply(o.field()) + (o.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private static String index(GroupField field) {
    return switch (field) {
      case ID -> "kpi_groups_by_id";
      case NAME -> "kpi_groups_by_name";
      case DATE_CREATED -> "kpi_groups_by_creation";
      case DATE_UPDATED -> "kpi_groups_by_update";
    };
  }

  private static String column(GroupField field) {
    return switch (field) {
      case ID -> "g.id";
      case NAME -> "g.name_key";
      case DATE_CREATED -> "g.created_at";
      case DATE_UPDATED -> "g.modified_at";
    };
  }

  private static String column(KpiField field) {
    return switch (field) {
      case ID -> "k.id";
      case NAME -> "k.name_key";
    };
  }
}
