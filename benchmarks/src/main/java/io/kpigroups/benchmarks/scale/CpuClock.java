package io.kpigroups.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * Measures the CPU time of this thread, which does all the work of an operation: neither waiting
 * for the disk nor what others do beside is in it, nor is the compiler or the garbage collector.
 *
 * @param warmUp how long an operation runs before it is measured
 * @param batch how long a batch runs, in which an operation runs once at least
 * @param batches how many there are
 */
record CpuClock(Duration warmUp, Duration batch, int batches) {
  /** What is published. */
  static final CpuClock FULL = new CpuClock(Duration.ofMillis(300), Duration.ofMillis(40), 7);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The median of the batches, in microseconds per operation. */
  double micros(ScaleOperation<?> operation) {
    run(operation, warmUp);
    double[] sorted =
        DoubleStream.generate(() -> run(operation, batch)).limit(batches).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Runs an operation again and again, so long and once at least. */
  static <T> double run(ScaleOperation<T> operation, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long nanos = 0;
    long runs = 0;
    do {
      // To look at the clock takes as long as a fast operation: only what is undone pays for it.
      int together = operation.changes() ? 1 : (int) Math.min(100, Math.max(1, runs));
      nanos += operation.changes() ? change(operation) : read(operation, together);
      runs += together;
    } while (System.nanoTime() - end < 0);
    return nanos / 1e3 / runs;
  }

  private static long read(ScaleOperation<?> operation, int times) {
    long before = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      operation.run();
    }
    return THREADS.getCurrentThreadCpuTime() - before;
  }

  private static <T> long change(ScaleOperation<T> operation) {
    long before = THREADS.getCurrentThreadCpuTime();
    T done = operation.run();
    long taken = THREADS.getCurrentThreadCpuTime() - before;
    operation.undo(done);
    return taken;
  }
}
