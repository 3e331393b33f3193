package io.kpigroups.adapter.mongo.document;

import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import java.util.Collection;
import java.util.List;

/** Values as the driver takes them: a text, or a time, which becomes a date of milliseconds. */
public final class FieldValues {
  private FieldValues() {}

  public static Object of(FieldValue value) {
    return value instanceof Text text ? text.value() : ((Time) value).value();
  }

  static List<Object> of(Collection<FieldValue> values) {
    return values.stream().map(FieldValues::of).toList();
  }
}
