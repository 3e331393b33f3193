package io.kpigroups.adapter.sqlite;

import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.Order;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of the lists: put together from constants of this class, never from input. */
final class ListSql {
  private static final String COLUMNS =
      """
      SELECT g.id, g.name, g.created_by, g.created_at, g.modified_by, g.modified_at, g.revision,
      """;

  /** The favorite is a subquery and not a join, so that skipped rows do not pay for it. */
  private static final String FAVORITE =
      """
      EXISTS (SELECT 1 FROM kpi_group_favorites f
              WHERE f.account_id = ?1 AND f.user_id = ?3 AND f.group_id = g.id)""";

  private static final String LIFE = ", g.state, g.deleted_by, g.deleted_at";

  private static final String FROM = " FROM kpi_groups g";

  /** A group by its key, whatever its life. */
  static final String GROUP =
      COLUMNS + FAVORITE + LIFE + FROM + " WHERE g.account_id = ?1 AND g.id = ?2";

  /** Groups that are due for a purge by their deletion, or marked for one. */
  static final String DUE =
      " WHERE deleted_at IS NOT NULL AND (deleted_at <= ?1 OR state = 'purging')";

  /** Those that are due, of all accounts, and the account in the place of the favorite. */
  static final String DUE_GROUPS = COLUMNS + "g.account_id" + LIFE + FROM + DUE;

  static final String KPIS = "SELECT k.id, k.name, k.owners FROM kpis k WHERE k.account_id = ?1";

  private ListSql() {}

  /**
   * Live groups in this order; {@code ?2} is the limit, {@code ?3} the viewer, {@code ?4} the skip.
   *
   * <p>The index of the first sort key is prescribed: left to itself SQLite would rather read the
   * account's deleted groups too and sort all of it.
   */
  static String groups(List<Order<GroupField>> order) {
    return COLUMNS
        + FAVORITE
        + FROM
        + " INDEXED BY "
        + index(order.get(0).field())
        + " WHERE g.account_id = ?1 AND g.state = 'live'"
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
