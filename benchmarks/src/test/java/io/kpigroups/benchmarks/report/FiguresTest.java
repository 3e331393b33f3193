package io.kpigroups.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.benchmarks.compare.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "0.0123|0.012", "0.456|0.46", "12.34|12.3", "123.4|123", "12345.6|12,346"})
  void writesNoMoreDigitsThanMeanSomething(double value, String written) {
    assertThat(Figures.of(value)).isEqualTo(written);
  }

  @Test
  void writesRatiosWithTheirSpread() {
    assertThat(Figures.of(new Ratio(1.234, 1.1, 1.987))).isEqualTo("1.23 (1.10 to 1.99)");
    assertThat(Figures.percent(0.126)).isEqualTo("13 %");
    assertThat(Figures.megabytes(85_400_000)).isEqualTo("85.4");
  }
}
