package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are what the JDK's formatter makes of them. */
class DatesTest {
  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  @Test
  void everyTimeOfTenThousandYearsIsWrittenInFull() {
    Random random = new Random(1);
    random
        .longs(20_000, FIRST.toEpochMilli(), LAST.toEpochMilli() + 1)
        .mapToObj(Instant::ofEpochMilli)
        .forEach(time -> assertThat(Dates.text(time)).isEqualTo(RFC_3339.format(time)));
    assertThat(Dates.text(FIRST)).isEqualTo("0000-01-01T00:00:00.000Z");
    assertThat(Dates.text(LAST)).isEqualTo("9999-12-31T23:59:59.999Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59.009Z",
        "1969-12-31T23:59:59.999Z",
        "1970-01-01T00:00:00.000Z",
        "2026-10-20T10:20:30.100Z"
      })
  void aTimeIsReadAsItIsWritten(String time) {
    assertThat(Dates.text(Instant.parse(time))).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59.999Z"})
  void aYearWithoutFourDigitsHasItsSign(String time) {
    Instant far = Instant.parse(time);

    assertThat(Dates.text(far)).isEqualTo(RFC_3339.format(far)).startsWith(time.substring(0, 6));
  }
}
