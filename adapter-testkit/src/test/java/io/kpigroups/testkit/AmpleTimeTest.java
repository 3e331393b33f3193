package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.KpiGroupStorage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** That whoever extends a suite has minutes for each test, and each runner of a race too. */
class AmpleTimeTest implements StorageFixture {
  private static final Duration LONGER = Duration.ofDays(1);

  @Override
  public KpiGroupStorage storage() {
    throw new AssertionError("There is no store here.");
  }

  @BeforeEach
  @AfterEach
  void thereAreMinutes() {
    assertThat(Deadline.remaining(LONGER).compareTo(AmpleTime.OF_A_TEST)).isNotPositive();
  }

  @Test
  void aTestHasMinutesAndSoHaveThoseBeforeAndAfterIt() {
    thereAreMinutes();
  }

  @RepeatedTest(2)
  void aRepeatedTestHasThemToo() {
    thereAreMinutes();
  }

  @Test
  void aRunnerOfARaceHasADeadlineInMinutes() {
    List<Race.Outcome<Duration>> runners = Race.of(2, i -> () -> Deadline.remaining(LONGER));

    assertThat(runners)
        .allSatisfy(
            runner ->
                assertThat(runner.value().orElseThrow().compareTo(Race.PATIENCE)).isNotPositive());
  }
}
