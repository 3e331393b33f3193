package io.kpigroups.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.NameKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That the benchmarks of the domain do what they say. */
class DomainBenchmarksTest {
  private final FilterBenchmark filters = new FilterBenchmark();
  private final CursorBenchmark cursors = new CursorBenchmark();
  private final NameBenchmark names = new NameBenchmark();

  /**
   * The deep one takes 80 groups by their time, from 6 to 85. Of any 20 of those, 2 are favorites
   * and 8 others have one of the KPIs, which leaves 3 with a Greek name.
   */
  @ParameterizedTest
  @CsvSource({"EQUALITY,1", "DEEP,52", "REGEX,5", "SEARCH,25"})
  void aFilterFindsWhatIsAskedFor(FilterBenchmark.Kind kind, int matching) {
    filters.filter = kind;

    assertThat(filters.matchesOf100()).isEqualTo(matching);
  }

  @ParameterizedTest
  @EnumSource(FilterBenchmark.Kind.class)
  void aFilterIsReadAnew(FilterBenchmark.Kind kind) {
    filters.filter = kind;

    assertThat(filters.read()).isEqualTo(filters.read()).isNotSameAs(filters.read());
  }

  @ParameterizedTest
  @EnumSource(CursorBenchmark.Kind.class)
  void aCursorLeadsToTheLastRowOfThePage(CursorBenchmark.Kind kind) {
    cursors.list = kind;
    Position place = cursors.read();

    assertThat(place.values()).endsWith(new FieldValue.Text(Samples.last().id().value()));
    assertThat(cursors.write()).matches("[A-Za-z0-9_-]{40,}");
  }

  @Test
  void aKeyIsWithoutCaseAndAccents() {
    names.name = NameBenchmark.Kind.ACCENTED;

    assertThat(names.key()).isEqualTo(new NameKey("societe generale – strasse κοστοσ cafe"));
  }

  @ParameterizedTest
  @CsvSource({"ASCII,19", "ACCENTED,37", "LONG,255"})
  void aNameIsChecked(NameBenchmark.Kind kind, int length) {
    names.name = kind;

    assertThat(names.check().value()).hasSize(length);
  }
}
