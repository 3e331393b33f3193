package io.kpigroups.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does things in threads of their own that all start at the same moment. */
final class Race {

  /** How one runner ended: with a result or a failure. */
  record Finish<T>(Optional<T> result, Optional<Throwable> failure) {
    boolean failedWith(Class<? extends Throwable> type) {
      return failure.filter(type::isInstance).isPresent();
    }
  }

  private Race() {}

  /** Runs all at once and answers how each ended, in the order given. */
  static <T> List<Finish<T>> of(List<Callable<T>> runners) {
    ExecutorService threads = Executors.newFixedThreadPool(runners.size());
    try {
      CyclicBarrier start = new CyclicBarrier(runners.size());
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> runner : runners) {
        running.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return runner.call();
                }));
      }
      return running.stream().map(Race::finish).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Runs the same thing so many times at once. */
  static <T> List<Finish<T>> of(int runners, Callable<T> runner) {
    return of(Collections.nCopies(runners, runner));
  }

  private static <T> Finish<T> finish(Future<T> running) {
    try {
      return new Finish<>(Optional.of(running.get(60, TimeUnit.SECONDS)), Optional.empty());
    } catch (ExecutionException e) {
      return new Finish<>(Optional.empty(), Optional.ofNullable(e.getCause()));
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("A runner did not finish", e);
    }
  }
}
