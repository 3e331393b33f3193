package io.kpigroups.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartsTest {

  @ParameterizedTest
  @CsvSource({
    "mongodb://h, mongodb://h/b",
    "mongodb://h:1/, mongodb://h:1/b",
    "mongodb://h/a, mongodb://h/b",
    "mongodb://u:p@h:1/a?x=/y, mongodb://u:p@h:1/b?x=/y",
    "mongodb+srv://h?x=y, mongodb+srv://h/b?x=y"
  })
  void givesAConnectionStringItsOwnDatabase(String connection, String other) {
    assertThat(Starts.withDatabase(connection, "b")).isEqualTo(other);
  }
}
