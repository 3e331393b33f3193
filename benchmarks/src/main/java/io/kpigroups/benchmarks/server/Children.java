package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes that this program starts: none of them outlives it. */
public final class Children {
  private static final int SECONDS_TO_END = 10;

  private static volatile boolean ending;

  private Children() {}

  /** Whether the program ends, so that nothing may be started any more. */
  static boolean areEnding() {
    return ending;
  }

  /**
   * Starts a process.
   *
   * @throws IOException if there is no such program, or this one ends
   */
  static Process start(ProcessBuilder builder) throws IOException {
    if (ending) {
      throw new IOException("The benchmarks were ended.");
    }
    return builder.start();
  }

  /** Ends them all by force, and waits for some seconds until they have ended. */
  public static void end() {
    ending = true;
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
    List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
    while (!left.isEmpty() && System.nanoTime() < until) {
      left.forEach(ProcessHandle::destroyForcibly);
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      left = ProcessHandle.current().descendants().toList();
    }
  }
}
