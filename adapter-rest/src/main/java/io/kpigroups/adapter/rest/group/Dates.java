package io.kpigroups.adapter.rest.group;

import io.kpigroups.domain.group.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates in JSON: RFC 3339, UTC, milliseconds. */
final class Dates {
  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Dates() {}

  /** Its digits are put into their places, since the formatter takes most of a row's time. */
  static String text(Instant time) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > 9_999) {
      return RFC_3339.format(time);
    }
    byte[] text = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
    put(text, 4, utc.getYear());
    put(text, 7, utc.getMonthValue());
    put(text, 10, utc.getDayOfMonth());
    put(text, 13, utc.getHour());
    put(text, 16, utc.getMinute());
    put(text, 19, utc.getSecond());
    put(text, 23, utc.getNano() / 1_000_000);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Puts a number into the places before {@code end}, where there are zeros. */
  private static void put(byte[] text, int end, int number) {
    int left = number;
    for (int at = end - 1; left > 0; at--) {
      text[at] += (byte) (left % 10);
      left /= 10;
    }
  }

  /** The time of the stamp; null where none was recorded. */
  static @Nullable String of(Stamp stamp) {
    return stamp.time().map(Dates::text).orElse(null);
  }
}
