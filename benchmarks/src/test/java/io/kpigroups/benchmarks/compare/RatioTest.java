package io.kpigroups.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void pairsTheValuesOfTheSameRound() {
    // The machine was twice as slow in the second round, for both.
    Ratio ratio = Ratio.paired(List.of(10.0, 20.0, 12.0), List.of(5.0, 10.0, 4.0));

    assertThat(ratio.middle()).isCloseTo(Math.cbrt(12), within(1e-9));
    assertThat(ratio.least()).isEqualTo(2);
    assertThat(ratio.most()).isEqualTo(3);
  }

  @Test
  void refusesRoundsThatDoNotPair() {
    assertThatThrownBy(() -> Ratio.paired(List.of(1.0), List.of()))
        .hasMessage("Rounds do not pair: 1 and 0.");
    assertThatThrownBy(() -> Ratio.paired(List.of(), List.of()))
        .hasMessage("Rounds do not pair: 0 and 0.");
  }

  @Test
  void cutsOffTheOuterFifths() {
    List<Double> ones = List.of(1.0, 1.0, 1.0, 1.0, 1.0);

    Ratio ratio = Ratio.paired(List.of(4.0, 1000.0, 2.0, 0.001, 2.0), ones);

    assertThat(ratio.middle()).isCloseTo(Math.cbrt(16), within(1e-9));
    assertThat(ratio.least()).isEqualTo(2);
    assertThat(ratio.most()).isEqualTo(4);
  }

  @Test
  void weighsTwiceAsMuchAndHalfAsMuchAlike() {
    assertThat(Ratio.trimmedMean(List.of(2.0, 0.5))).isCloseTo(1, within(1e-9));
    assertThatThrownBy(() -> Ratio.trimmedMean(List.of())).hasMessage("Nothing has no mean.");
  }

  @Test
  void takesTheValueInTheMiddle() {
    assertThat(Ratio.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Ratio.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    assertThatThrownBy(() -> Ratio.median(List.of())).hasMessage("Nothing has no median.");
  }
}
