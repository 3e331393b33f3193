package io.kpigroups.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void pairsTheValuesOfTheSameRound() {
    // The machine was twice as slow in the second round, for both.
    Ratio ratio = Ratio.paired(List.of(10.0, 20.0, 12.0), List.of(5.0, 10.0, 4.0));

    assertThat(ratio).isEqualTo(new Ratio(2, 2, 3));
  }

  @Test
  void refusesRoundsThatDoNotPair() {
    assertThatThrownBy(() -> Ratio.paired(List.of(1.0), List.of()))
        .hasMessage("Rounds do not pair: 1 and 0.");
    assertThatThrownBy(() -> Ratio.paired(List.of(), List.of()))
        .hasMessage("Rounds do not pair: 0 and 0.");
  }

  @Test
  void takesTheValueInTheMiddle() {
    assertThat(Ratio.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Ratio.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    assertThatThrownBy(() -> Ratio.median(List.of())).hasMessage("Nothing has no median.");
  }
}
