package io.kpigroups.domain.filter;

import io.kpigroups.domain.failure.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a filter says it.
 *
 * @param floor the time, cut to milliseconds, as times are stored
 * @param isFiner whether something was cut off, so that no stored time equals it
 */
record TimeLiteral(Instant floor, boolean isFiner) {
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
              + "(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  /**
   * Reads a date and time of RFC 3339 from year 0000 to 9999 (in UTC). There are no leap seconds.
   *
   * @throws InvalidInput if the text is anything else
   */
  static TimeLiteral of(String text) {
    Matcher matcher = RFC_3339.matcher(text);
    if (!matcher.matches()) {
      throw refused();
    }
    String fraction = matcher.group(7) == null ? "" : matcher.group(7);
    long millis = Long.parseLong((fraction + "000").substring(0, 3));
    Instant floor = second(matcher.toMatchResult()).plusMillis(millis);
    if (floor.isBefore(FIRST) || floor.isAfter(LAST)) {
      throw refused();
    }
    return new TimeLiteral(floor, fraction.chars().skip(3).anyMatch(digit -> digit != '0'));
  }

  private static Instant second(MatchResult parts) {
    int offset = parts.group(8) == null ? 0 : number(parts, 9) * 60 + number(parts, 10);
    try {
      return LocalDateTime.of(
              number(parts, 1),
              number(parts, 2),
              number(parts, 3),
              number(parts, 4),
              number(parts, 5),
              number(parts, 6))
          .minusMinutes("-".equals(parts.group(8)) ? -offset : offset)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw refused();
    }
  }

  private static int number(MatchResult parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static InvalidInput refused() {
    return new InvalidInput(
        "A time must be a date and time of RFC 3339 that exists, of the years 0000 to 9999 in UTC,"
            + " such as \"2026-01-31T12:00:00.000Z\".");
  }
}
