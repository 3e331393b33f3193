package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.bootstrap.observability.TestMeters;
import io.kpigroups.domain.StorageUnavailable;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PurgeTest {
  private final TestMeters meters = new TestMeters();
  private final RecordedScheduler scheduler = new RecordedScheduler();
  private long backlog = 5;

  @Test
  void itRunsAsOftenAsIsSetAndNeverTwiceAtOnce() {
    schedule(() -> 0);

    assertThat(scheduler.asked())
        .containsEntry("setInterval", "PT1M30S")
        .containsEntry("setConcurrentExecution", ConcurrentExecution.SKIP);
  }

  @Test
  void aRunThatSucceedsLeavesTheNumbersOfItsRunAndWhatIsDueSince() {
    schedule(
        () -> {
          backlog = 2;
          return 3;
        });

    scheduler.run();

    assertThat(meters.runs("ok")).isEqualTo(1);
    assertThat(meters.removed()).isEqualTo(3);
    assertThat(meters.backlog()).isEqualTo(2);
  }

  @Test
  void aStoreThatIsAwayIsNoErrorOfTheSchedulersAndLeavesTheBacklog() {
    schedule(
        () -> {
          throw new StorageUnavailable("away", new TimeoutException());
        });

    assertThatCode(scheduler::run).doesNotThrowAnyException();

    assertThat(meters.runs("error")).isEqualTo(1);
    assertThat(meters.runs("ok")).isZero();
    assertThat(meters.backlog()).isEqualTo(5);
  }

  @Test
  void aBugIsCountedAndReachesTheSchedulersLog() {
    schedule(
        () -> {
          throw new IllegalStateException("bug");
        });

    assertThatThrownBy(scheduler::run).isInstanceOf(IllegalStateException.class);
    assertThat(meters.runs("error")).isEqualTo(1);
  }

  /** What a run of the purge does. */
  private interface Run {
    int purge();
  }

  private void schedule(Run run) {
    GroupPurge purge =
        StandIn.of(
            GroupPurge.class, Map.of("backlog", none -> backlog, "purge", none -> run.purge()));
    ServiceConfig config = TestConfig.service(Map.of("kpigroups.purge.every", "90s"));
    new Purge(scheduler.scheduler(), config, purge, meters.purge()).schedule();
  }
}
