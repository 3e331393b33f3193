package com.example.kpigroups.postgres;

import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.NameKey;
import io.kpigroups.domain.value.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A statement, or a part of one, and the values for its question marks. Immutable. */
record Sql(String text, List<Object> values) {
  static final Sql NOTHING = new Sql("", List.of());

  Sql {
    values = List.copyOf(values);
  }

  static Sql of(String text, Object... values) {
    return new Sql(text, List.of(values));
  }

  Sql then(Sql more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(more.values);
    return new Sql(text + more.text, all);
  }

  Sql then(String more, Object... moreValues) {
    return then(of(more, moreValues));
  }

  /** All of these between parentheses, with the word between them; what nothing is, if so. */
  static Sql joined(List<Sql> parts, String word, String nothing) {
    StringBuilder text = new StringBuilder();
    List<Object> values = new ArrayList<>();
    for (Sql part : parts) {
      text.append(text.isEmpty() ? "(" : word).append(part.text);
      values.addAll(part.values);
    }
    return new Sql(text.isEmpty() ? nothing : text.append(")").toString(), values);
  }

  /** Whether PostgreSQL has no such text: it keeps none with NUL. */
  static boolean hasNul(FieldValue value) {
    return value instanceof FieldValue.Text text && text.value().indexOf('\0') >= 0;
  }

  /**
   * What the driver takes for a value. Of a text with NUL what is before that: among the texts that
   * can be kept, those that are less or equal are before the whole one, and all others behind it.
   */
  static Object plain(Object value) {
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
    } else if (value instanceof NameKey key) {
      return key.value();
    } else if (value instanceof AccountId id) {
      return id.value();
    } else if (value instanceof KpiGroupId id) {
      return id.value();
    } else if (value instanceof KpiId id) {
      return id.value();
    } else {
      return value instanceof IdempotencyKey key ? key.value() : value;
    }
  }
}
