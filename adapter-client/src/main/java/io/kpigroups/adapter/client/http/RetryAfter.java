package io.kpigroups.adapter.client.http;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {
  /** One hour: upstream may ask our callers to wait, but not to go away. */
  private static final BigInteger MAX_SECONDS = BigInteger.valueOf(3_600);

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
        .map(BigInteger::new)
        .or(() -> value.flatMap(RetryAfter::instant).map(then -> seconds(now, then)))
        .map(seconds -> seconds.max(BigInteger.ZERO).min(MAX_SECONDS))
        .map(seconds -> Duration.ofSeconds(seconds.longValue()));
  }

  private static BigInteger seconds(Instant now, Instant then) {
    return BigInteger.valueOf(Duration.between(now, then).toSeconds());
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
