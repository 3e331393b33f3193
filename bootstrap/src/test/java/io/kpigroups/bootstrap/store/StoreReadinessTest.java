package io.kpigroups.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.StandIn;
import io.kpigroups.bootstrap.TestConfig;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.identity.keys.LogLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class StoreReadinessTest {

  @Test
  void aStoreThatAnswersIsReadyUnderTheNameThatWasSet() {
    HealthCheckResponse answer = readiness(deadline -> {});

    assertThat(answer.getStatus()).isEqualTo(Status.UP);
    assertThat(answer.getName()).isEqualTo("store sqlite");
    assertThat(answer.getData()).isEmpty();
  }

  @Test
  void aStoreThatIsAwaySaysWhy() {
    HealthCheckResponse answer =
        readiness(
            deadline -> {
              throw new StorageUnavailable("It is away.", new TimeoutException());
            });

    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData()).contains(Map.of("reason", "It is away."));
  }

  @Test
  void whyAStoreIsAwayIsLoggedOnceUntilItIsReadyAgain() {
    AtomicBoolean isAway = new AtomicBoolean(true);
    StoreReadiness readiness =
        check(
            deadline -> {
              if (isAway.get()) {
                throw new StorageUnavailable("It is away.", new IllegalStateException("Refused."));
              }
            });
    try (LogLines log = new LogLines(StoreReadiness.class)) {
      readiness.call();
      readiness.call();
      isAway.set(false);
      readiness.call();
      readiness.call();

      assertThat(log.lines())
          .containsExactly(
              "The store is not ready: It is away. Cause: IllegalStateException: Refused.",
              "The store is ready again.");
    }
  }

  @Test
  void aStoreThatFailsOtherwiseTellsNobodyWhoAsks() {
    HealthCheckResponse answer =
        readiness(
            deadline -> {
              throw new IllegalStateException("secret");
            });

    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData()).contains(Map.of("reason", "The log says why."));
  }

  /** The time begins to run at once, and must not have to be measured here. */
  @Test
  void aStoreHasTwoSecondsToAnswer() {
    List<Duration> times = new ArrayList<>();

    readiness(deadline -> times.add(deadline.left()));

    assertThat(times)
        .singleElement()
        .satisfies(left -> assertThat(left).isLessThanOrEqualTo(Duration.ofSeconds(2)));
  }

  private static HealthCheckResponse readiness(Consumer<Deadline> check) {
    return check(check).call();
  }

  private static StoreReadiness check(Consumer<Deadline> check) {
    KpiGroupStorage storage =
        StandIn.of(
            KpiGroupStorage.class,
            Map.of(
                "healthData",
                none -> Map.of(),
                "checkReady",
                arguments -> {
                  check.accept((Deadline) arguments.get(0));
                  return null;
                }));
    ServiceConfig config = TestConfig.service(Map.of("kpigroups.store", "sqlite"));
    return new StoreReadiness(storage, config);
  }
}
