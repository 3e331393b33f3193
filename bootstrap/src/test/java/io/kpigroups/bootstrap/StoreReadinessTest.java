package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class StoreReadinessTest {

  @Test
  void aStoreThatAnswersIsReadyUnderTheNameThatWasSet() {
    HealthCheckResponse answer = readiness(() -> {});

    assertThat(answer.getStatus()).isEqualTo(Status.UP);
    assertThat(answer.getName()).isEqualTo("store sqlite");
    assertThat(answer.getData()).isEmpty();
  }

  @Test
  void aStoreThatIsAwaySaysWhy() {
    HealthCheckResponse answer =
        readiness(
            () -> {
              throw new StorageUnavailable("It is away.", new TimeoutException());
            });

    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData()).contains(Map.of("reason", "It is away."));
  }

  @Test
  void aStoreThatFailsOtherwiseTellsNobodyWhoAsks() {
    HealthCheckResponse answer =
        readiness(
            () -> {
              throw new IllegalStateException("secret");
            });

    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData()).contains(Map.of("reason", "The log says why."));
  }

  @Test
  void aStoreHasTwoSecondsToAnswer() {
    List<Duration> times = new ArrayList<>();

    Deadline.within(
        Duration.ofDays(1),
        () -> 0,
        () -> readiness(() -> times.add(Deadline.remaining(Duration.ofDays(1)))));

    assertThat(times).containsExactly(Duration.ofSeconds(2));
  }

  private static HealthCheckResponse readiness(Runnable check) {
    KpiGroupStorage storage =
        StandIn.of(
            KpiGroupStorage.class,
            Map.of(
                "healthData",
                none -> Map.of(),
                "checkReady",
                none -> {
                  check.run();
                  return null;
                }));
    return new StoreReadiness(storage, TestConfig.service(Map.of("kpigroups.store", "sqlite")))
        .call();
  }
}
