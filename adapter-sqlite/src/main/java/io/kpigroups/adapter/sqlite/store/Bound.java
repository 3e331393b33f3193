package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.Order;
import java.util.Optional;

/** One end of a range of an index: a list whose first sort key the field is reads from there on. */
record Bound(GroupField field, String column, String sign, Object value) {

  /** The end that a comparison sets. */
  static Optional<Bound> of(GroupFilter filter, String idColumn) {
    return filter instanceof GroupFilter.Comparison by
        ? field(by.field()).map(field -> of(by, field, idColumn))
        : Optional.empty();
  }

  private static Bound of(GroupFilter.Comparison by, GroupField field, String idColumn) {
    String column = by.field() == FilterField.ID ? idColumn : FilterSql.column(by.field());
    return new Bound(field, column, FilterSql.sign(by.operator()), FilterSql.value(by.value()));
  }

  /** What sorts as the filter compares; names are sorted without case. */
  private static Optional<GroupField> field(FilterField field) {
    return switch (field) {
      case ID -> Optional.of(GroupField.ID);
      case DATE_CREATED -> Optional.of(GroupField.DATE_CREATED);
      case DATE_UPDATED -> Optional.of(GroupField.DATE_UPDATED);
      case NAME, CREATED_BY_ID, MODIFIED_BY_ID -> Optional.empty();
    };
  }

  /**
   * The condition. Behind a place it is only checked, if it is the end where the list begins:
   * SQLite seeks by one of two conditions, and the place is further on.
   *
   * @param first the first sort key
   * @param behind whether the list begins behind a place
   */
  Sql sql(Order<GroupField> first, boolean behind) {
    boolean isPassed =
        behind && first.field() == field && first.descending() == sign.startsWith("<");
    return new Sql((isPassed ? "+" : "") + column + " " + sign + " ?", value);
  }
}
