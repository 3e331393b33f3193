package com.example.kpigroups.postgres;

import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A statement, or a part of one, and the values for its question marks. Immutable. */
record Sql(String text, List<Object> values) {

  /**
   * Fills a template. A question mark is the place of another {@code Sql}, or else of a value,
   * which is bound and never becomes a part of the text.
   */
  static Sql of(String template, Object... parts) {
    String[] between = template.split("\\?", -1);
    StringBuilder text = new StringBuilder(between[0]);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      Sql part = parts[i] instanceof Sql sql ? sql : new Sql("?", List.of(plain(parts[i])));
      text.append(part.text).append(between[i + 1]);
      values.addAll(part.values);
    }
    return new Sql(text.toString(), values);
  }

  static Sql joined(String word, List<Sql> parts) {
    String text = parts.stream().map(Sql::text).collect(Collectors.joining(word));
    return new Sql(text, parts.stream().flatMap(part -> part.values.stream()).toList());
  }

  /**
   * What is compared with {@link #value}. A text with NUL stands behind the part before that, and
   * before all other texts that can be kept: that is what the 0 and the 1 say.
   */
  static Sql key(String column, FieldValue value) {
    return of(hasNul(value) ? column + ", 0" : column);
  }

  static Sql value(FieldValue value) {
    return of(hasNul(value) ? "?, 1" : "?", value);
  }

  /**
   * A page of a list. This selects all of its rows, with columns that are named like the fields.
   */
  Sql page(ListQuery<?> query) {
    String order =
        query.order().stream()
            .map(by -> column(by) + (by.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", "));
    String sql = "SELECT * FROM (?) AS list WHERE ? ORDER BY " + order + " LIMIT ? OFFSET ?";
    Sql rest = query.after().map(it -> behind(query.order(), it.values())).orElse(of("TRUE"));
    return of(sql, this, rest, query.range().limit() + 1L, query.range().skip());
  }

  /** Names are sorted by their keys. */
  private static String column(Order<?> by) {
    String field = by.field().name();
    return field.equals("NAME") ? "name_key" : field;
  }

  /**
   * Compares the sort keys with the place as one row, by which an index can be entered. Where the
   * order is descending, key and value change sides.
   */
  private static Sql behind(List<? extends Order<?>> order, List<FieldValue> place) {
    List<Sql> greater = new ArrayList<>();
    List<Sql> less = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Order<?> by = order.get(i);
      Sql key = key(column(by), place.get(i));
      Sql value = value(place.get(i));
      greater.add(by.descending() ? value : key);
      less.add(by.descending() ? key : value);
    }
    return of("(?) > (?)", joined(", ", greater), joined(", ", less));
  }

  /** Whether PostgreSQL has no such text: it keeps none with NUL. */
  static boolean hasNul(FieldValue value) {
    return value instanceof FieldValue.Text text && text.value().indexOf('\0') >= 0;
  }

  /** What the driver takes for a value; of a text what is before a NUL. */
  private static Object plain(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().map(Sql::plain).map(String::valueOf).toArray(String[]::new);
    } else if (value instanceof FieldValue.Text text) {
      return text.value().split("\0", 2)[0];
    } else if (value instanceof FieldValue.Time time) {
      return time.value().toEpochMilli();
    } else if (value instanceof Instant time) {
      return time.toEpochMilli();
    } else if (value instanceof Text text) {
      return text.value();
    } else if (value instanceof AccountId id) {
      return id.value();
    } else if (value instanceof KpiGroupId id) {
      return id.value();
    } else {
      return value instanceof KpiId id ? id.value() : value;
    }
  }
}
