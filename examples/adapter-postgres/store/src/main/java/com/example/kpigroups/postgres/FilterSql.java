package com.example.kpigroups.postgres;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.NameKey;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says a filter as a condition on {@code kpi_groups g}: no more and no less than what {@link
 * GroupFilter#matches} says. Where other tables are asked the account is said anew: a plan may read
 * them once and for all groups, and then by no index that begins with the account.
 *
 * @param account whose groups they are
 * @param viewer whose favorites are meant
 */
record FilterSql(AccountId account, UserId viewer) {

  Sql of(GroupFilter filter) {
    if (filter instanceof GroupFilter.And and) {
      return Sql.joined(and.parts().stream().map(this::of).toList(), " AND ", "TRUE");
    } else if (filter instanceof GroupFilter.Or or) {
      return Sql.joined(or.parts().stream().map(this::of).toList(), " OR ", "FALSE");
    } else if (filter instanceof GroupFilter.OneOf some) {
      return oneOf(some.field(), some.values());
    } else if (filter instanceof GroupFilter.NoneOf none) {
      return Sql.of(column(none.field()) + " <> ALL (" + array(none.field()), kept(none.values()));
    } else if (filter instanceof GroupFilter.Comparison comparison) {
      return comparison(comparison);
    } else if (filter instanceof GroupFilter.Favorite favorite) {
      return favorite.favorite() ? isFavorite() : Sql.of("NOT ").then(isFavorite());
    } else if (filter instanceof GroupFilter.HasKpi has) {
      return has(has.kpis());
    } else if (filter instanceof GroupFilter.NameMatches matches) {
      return Sql.joined(List.of(matches(matches.pattern())), "", "");
    } else {
      return Sql.of("strpos(g.name_key, ?) > 0", ((GroupFilter.NameContains) filter).text().key());
    }
  }

  /** Whether the group is a favorite of the viewer's. */
  Sql isFavorite() {
    String sql =
        "EXISTS (SELECT 1 FROM kpi_group_favorites f"
            + " WHERE f.account = ? AND f.user_id = ? AND f.group_id = g.id)";
    return Sql.of(sql, account, viewer);
  }

  /** There is an index of the keys of names, and none of the names themselves. */
  private static Sql oneOf(FilterField field, List<FieldValue> values) {
    Sql equal = Sql.of(column(field) + " = ANY (" + array(field), kept(values));
    if (field != FilterField.NAME) {
      return equal;
    }
    List<NameKey> keys =
        kept(values).stream().map(name -> NameKey.of(((Text) name).value())).toList();
    return Sql.joined(List.of(equal, Sql.of("g.name_key = ANY (?)", keys)), " AND ", "");
  }

  /** Those of the values that can be kept; no group has another one. */
  private static List<FieldValue> kept(List<FieldValue> values) {
    return values.stream().filter(value -> !Sql.hasNul(value)).toList();
  }

  private static Sql comparison(GroupFilter.Comparison comparison) {
    FieldValue value = comparison.value();
    String sign =
        switch (comparison.operator()) {
          case GREATER -> ">";
          case AT_LEAST -> Sql.hasNul(value) ? ">" : ">=";
          case LESS -> Sql.hasNul(value) ? "<=" : "<";
          case AT_MOST -> "<=";
        };
    return Sql.of(column(comparison.field()) + " " + sign + " ?", value);
  }

  private Sql has(List<KpiId> kpis) {
    String sql =
        "EXISTS (SELECT 1 FROM kpi_group_members m"
            + " WHERE m.account = ? AND m.group_id = g.id AND m.kpi = ANY (?))";
    return Sql.of(sql, account, kpis);
  }

  /** Every sign of LIKE is escaped, so that it means what the pattern does, in the collation C. */
  private static Sql matches(NamePattern pattern) {
    if (pattern.pieces().stream().anyMatch(piece -> Sql.hasNul(new Text(piece)))) {
      return Sql.of("FALSE");
    }
    String like =
        pattern.pieces().stream()
            .map(piece -> piece.replaceAll("[\\\\%_]", "\\\\$0"))
            .collect(
                Collectors.joining("%", pattern.atStart() ? "" : "%", pattern.atEnd() ? "" : "%"));
    Sql alike = Sql.of("g.name LIKE ?", like);
    return pattern.keyPrefix().map(prefix -> alike.then(begins(prefix))).orElse(alike);
  }

  private static Sql begins(NameKey prefix) {
    Sql from = Sql.of(" AND g.name_key >= ?", prefix);
    return prefix
        .endOfPrefixed()
        .map(end -> from.then(Sql.of(" AND g.name_key < ?", end)))
        .orElse(from);
  }

  private static String array(FilterField field) {
    return field.isTime() ? "?::bigint[])" : "?)";
  }

  private static String column(FilterField field) {
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
