package io.kpigroups.adapter.client.http;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {
  /** One hour: upstream may ask our callers to wait, but not to go away. */
  private static final int MAX_SECONDS = 3_600;

  private RetryAfter() {}

  /**
   * How long upstream asks to be left alone, from zero to one hour; empty if it does not say.
   *
   * @param value a number of seconds, or a date
   * @param date the header {@code Date}, with which a date is compared; without it our own time
   */
  static Optional<Duration> parse(Optional<String> value, Optional<String> date) {
    Instant now = date.flatMap(RetryAfter::instant).orElseGet(Instant::now);
    return value
        .filter(text -> text.matches("[0-9]+"))
        .map(Double::valueOf) // which takes any number of digits
        .or(() -> value.flatMap(RetryAfter::instant).map(then -> (double) now.until(then, SECONDS)))
        .map(seconds -> Duration.ofSeconds((long) Math.max(0, Math.min(seconds, MAX_SECONDS))));
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
