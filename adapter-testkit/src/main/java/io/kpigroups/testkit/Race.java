package io.kpigroups.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs tasks at once, each in a thread of its own, all from one starting line. */
final class Race {
  /** How long a runner may take, whatever limit the store has of its own. */
  static final Duration PATIENCE = TestTime.OF_A_TEST;

  private Race() {}

  /**
   * How one runner came out: with a value or a failure.
   *
   * @param value what it returned, where it did not fail
   * @param failure what it threw, where it did
   */
  record Outcome<T>(Optional<T> value, Optional<Throwable> failure) {
    boolean succeeded() {
      return failure.isEmpty();
    }
  }

  /** Runs {@code count} tasks made from 0, 1, 2 ... and gives their outcomes in that order. */
  static <T> List<Outcome<T>> of(int count, IntFunction<Callable<T>> task) {
    return of(IntStream.range(0, count).mapToObj(task).toList());
  }

  /** Runs the tasks and gives their outcomes in the same order. */
  static <T> List<Outcome<T>> of(List<Callable<T>> tasks) {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<FutureTask<T>> runners = tasks.stream().map(FutureTask::new).toList();
      runners.forEach(runner -> threads.submit(() -> run(start, runner)));
      return runners.stream().map(Race::outcome).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Future<T> run(CyclicBarrier start, FutureTask<T> runner) throws Exception {
    start.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    runner.run();
    return runner;
  }

  private static <T> Outcome<T> outcome(Future<T> runner) {
    try {
      return new Outcome<>(
          Optional.ofNullable(runner.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)),
          Optional.empty());
    } catch (ExecutionException e) {
      return new Outcome<>(Optional.empty(), Optional.ofNullable(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The race was interrupted.", e);
    } catch (TimeoutException e) {
      throw new AssertionError("A runner did not come home.", e);
    }
  }
}
