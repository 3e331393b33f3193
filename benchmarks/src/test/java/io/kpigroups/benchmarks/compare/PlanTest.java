package io.kpigroups.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.benchmarks.load.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

  @ParameterizedTest
  @CsvSource({"30, 5", "31, 5", "6, 5", "5, 5", "3, 3", "1, 1"})
  void doesWhatTakesLongFiveTimesAtMost(int rounds, int longOnes) {
    Plan plan =
        new Plan(
            List.of(Operation.GET),
            rounds,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty());

    assertThat(plan.longRounds()).isEqualTo(longOnes);
    assertThat(IntStream.range(0, rounds).filter(plan::isLong)).hasSize(longOnes);
  }
}
