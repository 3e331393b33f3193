package io.kpigroups.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessUsageTest {
  private final long own = ProcessHandle.current().pid();

  @Test
  void countsTheTimeOfThreadsThatHaveEnded() throws InterruptedException {
    ProcessUsage before = ProcessUsage.of(own);
    Thread thread = new Thread(ProcessUsageTest::burn);
    thread.start();
    thread.join();

    // Two steps less, since each look may be in the middle of one.
    assertThat(ProcessUsage.of(own).since(before).nanos())
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(180));
  }

  @Test
  void takesTheFineFiguresOfThreadsThatLive() {
    ProcessUsage before =
        new ProcessUsage(10_000_000, Map.of("1", other(4_000_000), "2", compiler(1_000_000)));
    ProcessUsage after =
        new ProcessUsage(
            20_000_000,
            Map.of("1", other(9_000_000), "2", compiler(3_000_000), "3", other(1_500_000)));

    assertThat(after.since(before)).isEqualTo(new ProcessUsage.Spent(8_500_000, 2_000_000, 0));
  }

  @Test
  void takesTheCoarseFigureWhereThreadsHaveEnded() {
    ProcessUsage before =
        new ProcessUsage(10_000_000, Map.of("1", other(4_000_000), "2", compiler(6_000_000)));
    ProcessUsage after = new ProcessUsage(90_000_000, Map.of("1", other(14_000_000)));

    assertThat(after.since(before)).isEqualTo(new ProcessUsage.Spent(80_000_000, 0, 0));
  }

  private static ProcessUsage.ThreadUsage other(long nanos) {
    return new ProcessUsage.ThreadUsage(ProcessUsage.Role.OTHER, nanos);
  }

  private static ProcessUsage.ThreadUsage compiler(long nanos) {
    return new ProcessUsage.ThreadUsage(ProcessUsage.Role.COMPILER, nanos);
  }

  @Test
  void knowsTheMemoryOfAProcess() {
    assertThat(ProcessUsage.residentBytes(own))
        .isGreaterThan(Runtime.getRuntime().totalMemory() / 100);
  }

  @Test
  void refusesAProcessThatIsNotThere() {
    assertThatThrownBy(() -> ProcessUsage.of(Long.MAX_VALUE))
        .isInstanceOf(UncheckedIOException.class);
  }

  /** Uses 200 ms of CPU time. */
  private static void burn() {
    var threads = ManagementFactory.getThreadMXBean();
    while (threads.getCurrentThreadCpuTime() < TimeUnit.MILLISECONDS.toNanos(200)) {
      Thread.onSpinWait();
    }
  }
}
