package io.kpigroups.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryLockTest {
  private final Tables tables = new Tables();

  @Test
  void whoCannotHaveTheLockInTimeIsToldThatTheStoreIsUnavailable() {
    Race.Outcome<String> waiting =
        tables.exclusively(
            TestTime.ample(),
            () ->
                Race.of(
                        1,
                        i ->
                            () ->
                                // By a clock that stands still, so that the wait is what ends.
                                tables.exclusively(
                                    Deadline.in(Duration.ofMillis(20), () -> 0), () -> "had"))
                    .get(0));

    assertThat(waiting.failure())
        .get(THROWABLE)
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("overloaded");
    assertThat(tables.exclusively(TestTime.ample(), () -> "free again")).isEqualTo("free again");
  }

  @Test
  void whoIsInterruptedStopsWaitingAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> tables.exclusively(TestTime.ample(), () -> "had"))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void workThatFailsGivesTheLockBack() {
    assertThatThrownBy(
            () ->
                tables.exclusively(
                    TestTime.ample(),
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(
            Race.of(1, i -> () -> tables.exclusively(TestTime.ample(), () -> "had")).get(0).value())
        .contains("had");
  }
}
