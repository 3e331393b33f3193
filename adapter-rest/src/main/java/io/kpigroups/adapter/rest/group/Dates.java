package io.kpigroups.adapter.rest.group;

import io.kpigroups.domain.group.Stamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates in JSON: RFC 3339, UTC, milliseconds. */
final class Dates {
  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Dates() {}

  static String text(Instant time) {
    return RFC_3339.format(time);
  }

  /** The time of the stamp; null where none was recorded. */
  static @Nullable String of(Stamp stamp) {
    return stamp.time().map(Dates::text).orElse(null);
  }
}
