package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.value.FieldValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says a filter as a condition on {@code kpi_groups g}: no more and no less than what {@link
 * GroupFilter#matches} says. Where other tables are asked the account is said anew: a plan may read
 * them once and for all groups, and then by no index that begins with the account.
 *
 * @param viewer whose account and favorites are meant
 */
record FilterSql(Call viewer) {

  Sql of(GroupFilter filter) {
    if (filter instanceof GroupFilter.And and) {
      return joined("TRUE", " AND ", and.parts());
    } else if (filter instanceof GroupFilter.Or or) {
      return joined("FALSE", " OR ", or.parts());
    } else if (filter instanceof GroupFilter.OneOf some) {
      return each(some.field(), " = ANY ", some.values());
    } else if (filter instanceof GroupFilter.NoneOf none) {
      return each(none.field(), " <> ALL ", none.values());
    } else if (filter instanceof GroupFilter.Comparison comparison) {
      return compared(comparison);
    } else if (filter instanceof GroupFilter.Favorite favorite) {
      return Sql.of(favorite.favorite() ? "?" : "NOT ?", isFavorite());
    } else if (filter instanceof GroupFilter.HasKpi has) {
      String group =
          "SELECT group_id FROM kpi_group_members WHERE account = ? AND kpi_id = ANY (?)";
      return Sql.of("g.id IN (" + group + ")", viewer.account(), has.kpis());
    } else if (filter instanceof GroupFilter.NameMatches matches) {
      return matches(matches.pattern());
    } else {
      String key = ((GroupFilter.NameContains) filter).text().key().value();
      return Sql.of("strpos(g.name_key, ?) > 0", key);
    }
  }

  private Sql joined(String nothing, String word, List<GroupFilter> parts) {
    Stream<Sql> all = Stream.concat(Stream.of(Sql.of(nothing)), parts.stream().map(this::of));
    return Sql.of("(?)", Sql.joined(word, all.toList()));
  }

  /** What cannot be kept is left out: no group has it. */
  private static Sql each(FilterField field, String sign, List<FieldValue> values) {
    String array = field.isTime() ? "(?::bigint[])" : "(?)";
    List<FieldValue> kept = values.stream().filter(value -> !Sql.hasNul(value)).toList();
    return Sql.of(field + sign + array, kept);
  }

  private static Sql compared(GroupFilter.Comparison comparison) {
    String sign =
        switch (comparison.operator()) {
          case GREATER -> ">";
          case AT_LEAST -> ">=";
          case LESS -> "<";
          case AT_MOST -> "<=";
        };
    Sql key = Sql.key(comparison.field().name(), comparison.value());
    return Sql.of("(?) " + sign + " (?)", key, Sql.value(comparison.value()));
  }

  /** Whether the group is a favorite of the viewer's. */
  Sql isFavorite() {
    String sql =
        "g.id IN (SELECT group_id FROM kpi_group_favorites WHERE account = ? AND user_id = ?)";
    return Sql.of(sql, viewer.account(), viewer.user());
  }

  /** Every sign of LIKE is escaped, so that it means what the pattern does, in the collation C. */
  private static Sql matches(NamePattern pattern) {
    String like =
        pattern.pieces().stream()
            .map(piece -> piece.replaceAll("[\\\\%_]", "\\\\$0"))
            .collect(
                Collectors.joining("%", pattern.atStart() ? "" : "%", pattern.atEnd() ? "" : "%"));
    return like.indexOf('\0') < 0 ? Sql.of("g.name LIKE ?", like) : Sql.of("FALSE");
  }
}
