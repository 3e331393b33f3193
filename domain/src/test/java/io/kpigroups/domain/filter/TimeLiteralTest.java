package io.kpigroups.domain.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in filters: every one of RFC 3339, compared with times in milliseconds. */
class TimeLiteralTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z,            2026-01-31T12:00:00.000Z",
    "2026-01-31t12:00:00z,            2026-01-31T12:00:00.000Z",
    "2026-01-31T12:00:00.5Z,          2026-01-31T12:00:00.500Z",
    "2026-01-31T12:00:00.12300000Z,   2026-01-31T12:00:00.123Z",
    "2026-01-31T12:00:00+02:00,       2026-01-31T10:00:00.000Z",
    "2026-01-31T12:00:00-00:00,       2026-01-31T12:00:00.000Z",
    "2026-01-31T00:30:00+23:59,       2026-01-30T00:31:00.000Z",
    "2026-12-31T23:30:00-23:59,       2027-01-01T23:29:00.000Z",
    "2024-02-29T00:00:00Z,            2024-02-29T00:00:00.000Z",
    "0000-01-01T00:00:00Z,            0000-01-01T00:00:00.000Z",
    "0001-01-01T00:00:00Z,            0001-01-01T00:00:00.000Z",
    "1969-12-31T23:59:59.999Z,        1969-12-31T23:59:59.999Z",
    "9999-12-31T23:59:59.999Z,        9999-12-31T23:59:59.999Z",
  })
  void aTimeIsWrittenInUtcAndMilliseconds(String text, String canonical) {
    assertThat(TimeLiteral.of(text)).isEqualTo(new TimeLiteral(Instant.parse(canonical), false));
    assertThat(FilterWriter.write(FilterParser.parse(filter("$gt", text))))
        .isEqualTo("{\"dateCreated\":{\"$gt\":\"" + canonical + "\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T12:00Z",
        "2026-01-31T12:00:00",
        "2026-01-31 12:00:00Z",
        "2026-1-31T12:00:00Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00,5Z",
        "2026-01-31T12:00:00+02",
        "2026-01-31T12:00:00+0200",
        "2026-01-31T12:00:00+24:00",
        "2026-01-31T12:00:00+02:60",
        "2026-02-29T12:00:00Z",
        "2026-00-01T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-01-32T12:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T12:60:00Z",
        "2016-12-31T23:59:60Z",
        "12026-01-31T12:00:00Z",
        "+2026-01-31T12:00:00Z",
        "-2026-01-31T12:00:00Z",
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "２０２６-01-31T12:00:00Z",
        " 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00Z\n",
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> TimeLiteral.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("such as \"2026-01-31T12:00:00.000Z\"");
  }

  private static final Map<String, IntPredicate> MEANING =
      Map.of(
          "$eq", order -> order == 0,
          "$in", order -> order == 0,
          "$ne", order -> order != 0,
          "$nin", order -> order != 0,
          "$gt", order -> order > 0,
          "$gte", order -> order >= 0,
          "$lt", order -> order < 0,
          "$lte", order -> order <= 0);

  @Property
  void aFinerTimeComparesAsItIs(
      @ForAll @IntRange(max = 3) int stored, @ForAll @IntRange(max = 3_000_000) int nanos) {
    assertCompares(stored, nanos);
  }

  @Property
  void aTimeInMillisecondsComparesAsItIs(
      @ForAll @IntRange(max = 3) int stored, @ForAll @IntRange(max = 3) int millis) {
    assertCompares(stored, millis * 1_000_000);
  }

  private static void assertCompares(int stored, int nanos) {
    Instant created = Instant.parse("1969-12-31T23:59:59.998Z").plusMillis(stored);
    Instant asked = Instant.parse("1969-12-31T23:59:59.998Z").plusNanos(nanos);
    Candidate candidate = Candidate.of(Samples.group("a", "Sales", created), false, Set.of());
    MEANING.forEach(
        (operator, meaning) ->
            assertThat(FilterParser.parse(filter(operator, asked.toString())).matches(candidate))
                .as("%s %s %s", created, operator, asked)
                .isEqualTo(meaning.test(created.compareTo(asked))));
  }

  private static String filter(String operator, String time) {
    String quoted = "\"" + time + "\"";
    String value = operator.endsWith("in") ? "[" + quoted + "]" : quoted;
    return "{dateCreated: {" + operator + ": " + value + "}}";
  }
}
