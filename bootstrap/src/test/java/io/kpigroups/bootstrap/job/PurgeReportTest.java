package io.kpigroups.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.bootstrap.RecordedScheduler;
import io.kpigroups.bootstrap.TestConfig;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.observability.PurgeMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is told of a run of the purge. */
class PurgeReportTest {
  private static final StorageUnavailable AWAY =
      new StorageUnavailable("away", new TimeoutException());

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final PurgeMeters meters = new PurgeMeters(registry, Clock.systemUTC());

  @Test
  void itRunsAsOftenAsIsSetAndNeverTwiceAtOnce() {
    RecordedScheduler scheduler = new RecordedScheduler();
    ServiceConfig config = TestConfig.service(Map.of("kpigroups.purge.every", "90s"));

    new Purge(scheduler.scheduler(), config, new StoppablePurge(), meters).schedule();

    assertThat(scheduler.asked())
        .containsEntry("setInterval", "PT1M30S")
        .containsEntry("setConcurrentExecution", ConcurrentExecution.SKIP);
  }

  @Test
  void aCleanRunIsASuccess() {
    purge(() -> new GroupPurge.Purged(3, 0, Optional.empty())).run();

    assertMeasured(3, 1, 0);
    assertThat(registry.get("kpigroups.purge.last.success.timestamp").timeGauge().value())
        .isPositive();
  }

  @Test
  void aRunThatLeavesGroupsIsAFailureAndWhatItRemovedIsCountedAllTheSame() {
    purge(() -> new GroupPurge.Purged(3, 1, Optional.empty())).run();
    purge(() -> new GroupPurge.Purged(4, 0, Optional.of(AWAY))).run();

    assertMeasured(7, 0, 2);
  }

  @Test
  void aStoreThatCannotEvenBeAskedIsAFailure() {
    purge(
            () -> {
              throw AWAY;
            })
        .run();

    assertMeasured(0, 0, 1);
  }

  @Test
  void aBugIsAFailureAndComesOut() {
    Purge purge =
        purge(
            () -> {
              throw new IllegalStateException("bug");
            });

    assertThatThrownBy(purge::run).isInstanceOf(IllegalStateException.class);

    assertMeasured(0, 0, 1);
  }

  @Test
  void aRunThatIsStoppedIsNeitherButWhatItRemovedIsCounted() {
    StoppablePurge stoppable = new StoppablePurge();
    Purge purge = reporting(stoppable);
    stoppable.duringTheRun = purge::stop;

    purge.run();

    assertThat(stoppable.stopped).isTrue();
    assertMeasured(2, 0, 0);
  }

  private void assertMeasured(int removed, int succeeded, int failed) {
    assertThat(registry.get("kpigroups.purge.removed.groups").counter().count()).isEqualTo(removed);
    assertThat(runs("ok")).isEqualTo(succeeded);
    assertThat(runs("error")).isEqualTo(failed);
  }

  private double runs(String outcome) {
    return registry.get("kpigroups.purge.runs").tag("outcome", outcome).counter().count();
  }

  private Purge purge(Supplier<GroupPurge.Purged> run) {
    return reporting(
        new StoppablePurge() {
          @Override
          public Purged purge() {
            return run.get();
          }
        });
  }

  /** It is run by the test, so it needs no scheduler. */
  private Purge reporting(GroupPurge purge) {
    return new Purge(null, null, purge, meters);
  }

  /** A purge that something happens to while it runs. */
  private static class StoppablePurge implements GroupPurge {
    private Runnable duringTheRun = () -> {};
    private boolean stopped;

    @Override
    public Purged purge() {
      duringTheRun.run();
      return new Purged(2, 1, Optional.empty());
    }

    @Override
    public void stop() {
      stopped = true;
    }

    @Override
    public long backlog() {
      return 0;
    }
  }
}
