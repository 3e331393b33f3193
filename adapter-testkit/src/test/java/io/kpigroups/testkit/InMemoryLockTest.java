package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryLockTest {
  private final Tables tables = new Tables();

  @Test
  void whoCannotHaveTheLockInTimeIsToldThatTheStoreIsUnavailable() {
    Race.Outcome<String> waiting =
        tables.exclusively(
            () ->
                Race.of(
                        1,
                        i ->
                            () ->
                                // By a clock that stands still, so that the wait is what ends.
                                Deadline.<String>within(
                                    Duration.ofMillis(20),
                                    () -> 0,
                                    () -> tables.exclusively(() -> "had")))
                    .get(0));

    assertThat(waiting.failure())
        .get(THROWABLE)
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("overloaded");
    assertThat(tables.exclusively(() -> "free again")).isEqualTo("free again");
  }

  @Test
  void whoIsInterruptedStopsWaitingAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> tables.exclusively(() -> "had"))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void workThatFailsGivesTheLockBack() {
    assertThatThrownBy(
            () ->
                tables.exclusively(
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(Race.of(1, i -> () -> tables.exclusively(() -> "had")).get(0).value())
        .contains("had");
  }
}
