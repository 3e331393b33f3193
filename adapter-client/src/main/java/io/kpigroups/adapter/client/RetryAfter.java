package io.kpigroups.adapter.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long upstream asks to be left alone (RFC 9110, section 10.2.3). */
final class RetryAfter {
  /** A caller may be told to wait, but not to go away. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final Pattern SECONDS = Pattern.compile("0*([0-9]+)");

  /** More digits than an hour has seconds. */
  private static final int MANY_DIGITS = 6;

  private RetryAfter() {}

  /**
   * The time, at most an hour; empty if there is none that can be read.
   *
   * @param retryAfter seconds or a date
   * @param date upstream's own time, by which a date is measured; ours where there is none
   */
  static Optional<Duration> read(@Nullable String retryAfter, @Nullable String date) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    var seconds = SECONDS.matcher(retryAfter);
    if (seconds.matches()) {
      String digits = seconds.group(1);
      return Optional.of(
          digits.length() < MANY_DIGITS
              ? bounded(Duration.ofSeconds(Long.parseLong(digits)))
              : LONGEST);
    }
    Instant now = instant(date).orElseGet(Instant::now);
    return instant(retryAfter).map(then -> bounded(Duration.between(now, then)));
  }

  private static Duration bounded(Duration time) {
    if (time.isNegative()) {
      return Duration.ZERO;
    }
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  private static Optional<Instant> instant(@Nullable String date) {
    try {
      return Optional.ofNullable(date)
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
