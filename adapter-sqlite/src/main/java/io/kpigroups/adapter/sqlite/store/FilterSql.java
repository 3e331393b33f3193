package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.FieldValue;
import java.util.List;

/**
 * Filters as conditions that SQLite checks of each group {@code g} that it reads for the user
 * {@code ?1}. A plus before a column keeps it from choosing an index for one: {@link GroupSource}
 * does that.
 */
final class FilterSql {
  /** SQLite takes expressions that are 1,000 deep, and reads a chain of conditions as deep. */
  static final int MOST_CONDITIONS = 900;

  /** No constant: SQLite would forget all other conditions, and that it may read the index. */
  private static final Sql NONE = new Sql("?1 IS NULL");

  private static final String IS_FAVORITE =
      "EXISTS (SELECT 1 FROM kpi_group_favorites f"
          + " WHERE f.account_id = g.account_id AND f.user_id = ?1 AND f.group_id = g.id)";

  private static final String IS_MEMBER =
      "EXISTS (SELECT 1 FROM kpi_group_memberships m"
          + " WHERE m.account_id = g.account_id AND m.group_id = g.id AND ";

  private FilterSql() {}

  /**
   * The condition that all of these filters match.
   *
   * @throws Unsupported if they are larger than any that {@code FilterParser} makes
   */
  static Sql of(List<GroupFilter> all) {
    GroupFilter filter = new GroupFilter.And(all);
    if (filter.leaves().count() > MOST_CONDITIONS) {
      throw new Unsupported("A filter may have at most " + MOST_CONDITIONS + " conditions here.");
    }
    return condition(filter);
  }

  private static Sql condition(GroupFilter filter) {
    if (filter instanceof GroupFilter.And and) {
      return and.parts().isEmpty() ? Sql.ALL : join(and.parts(), " AND ");
    } else if (filter instanceof GroupFilter.Or or) {
      return or.parts().isEmpty() ? NONE : join(or.parts(), " OR ");
    } else if (filter instanceof GroupFilter.OneOf one) {
      return oneOf(one.field(), one.values());
    } else if (filter instanceof GroupFilter.NoneOf none) {
      return oneOf(none.field(), none.values()).in("NOT (", ")");
    } else if (filter instanceof GroupFilter.Comparison by) {
      return new Sql(
          "+" + column(by.field()) + " " + sign(by.operator()) + " ?", value(by.value()));
    } else if (filter instanceof GroupFilter.Favorite favorite) {
      return new Sql((favorite.favorite() ? "" : "NOT ") + IS_FAVORITE);
    } else if (filter instanceof GroupFilter.HasKpi has) {
      return kpis("m.kpi_id", has).in(IS_MEMBER, ")");
    } else if (filter instanceof GroupFilter.NameMatches name) {
      return new Sql("name_matches(?, g.name)", name.pattern());
    }
    GroupFilter.NameContains name = (GroupFilter.NameContains) filter;
    return new Sql("instr(g.name_key, ?)", name.text().key().value());
  }

  private static Sql join(List<GroupFilter> parts, String between) {
    return parts.size() == 1
        ? condition(parts.get(0))
        : Sql.join(between, parts.stream().map(FilterSql::condition)).in("(", ")");
  }

  private static Sql oneOf(FilterField field, List<FieldValue> values) {
    return Sql.oneOf("+" + column(field), values.stream().map(FilterSql::value).toList());
  }

  /** Whether the column has one of the KPIs. */
  static Sql kpis(String column, GroupFilter.HasKpi has) {
    return Sql.oneOf(column, has.kpis().stream().map(KpiId::value).toList());
  }

  /** What the column has for the value. */
  static Object value(FieldValue value) {
    return value instanceof FieldValue.Time time
        ? time.value().toEpochMilli()
        : ((FieldValue.Text) value).value();
  }

  static String sign(Operator operator) {
    return switch (operator) {
      case GREATER -> ">";
      case AT_LEAST -> ">=";
      case LESS -> "<";
      case AT_MOST -> "<=";
    };
  }

  static String column(FilterField field) {
    return switch (field) {
      case ID -> "g.id";
      case NAME -> "g.name";
      case CREATED_BY_ID -> "g.created_by";
      case MODIFIED_BY_ID -> "g.modified_by";
      case DATE_CREATED -> "g.created_at";
      case DATE_UPDATED -> "g.modified_at";
    };
  }
}
