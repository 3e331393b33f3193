package io.kpigroups.testkit.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lists are walked while others write: for every page that is read, every writer writes twice.
 * Nobody goes on behind his first page before each writer has begun.
 */
final class Meanwhile {
  private static final int WRITES_PER_PAGE = 2;

  private final List<Semaphore> due;
  private final CountDownLatch begun;
  private final AtomicInteger walking;

  private Meanwhile(int walks, int writers) {
    walking = new AtomicInteger(walks);
    begun = new CountDownLatch(writers);
    due = Stream.generate(() -> new Semaphore(0)).limit(writers).toList();
  }

  /**
   * Walks each list in a thread of its own, and writes in others.
   *
   * @param walks each gets what is to be called behind every page, and answers its rows
   * @param writers each is called with 0, 1, 2 ... until all lists are walked
   */
  static <T> List<List<T>> walk(
      List<Function<Runnable, List<T>>> walks, List<IntConsumer> writers) {
    Meanwhile meanwhile = new Meanwhile(walks.size(), writers.size());
    List<Callable<List<T>>> tasks = new ArrayList<>();
    walks.forEach(walk -> tasks.add(() -> meanwhile.walk(walk)));
    IntStream.range(0, writers.size())
        .forEach(
            i ->
                tasks.add(
                    () -> {
                      meanwhile.write(meanwhile.due.get(i), writers.get(i));
                      return List.of();
                    }));
    List<Outcome<List<T>>> outcomes = Race.of(tasks);
    outcomes.forEach(outcome -> assertThat(outcome.failure()).isEqualTo(Optional.empty()));
    return outcomes.stream()
        .limit(walks.size())
        .map(outcome -> outcome.value().orElseThrow())
        .toList();
  }

  private <T> List<T> walk(Function<Runnable, List<T>> list) {
    try {
      return list.apply(this::pageIsRead);
    } finally {
      walking.decrementAndGet();
      due.forEach(Semaphore::release);
    }
  }

  private void pageIsRead() {
    due.forEach(writes -> writes.release(WRITES_PER_PAGE));
    try {
      assertThat(begun.await(Race.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The walk was interrupted.", e);
    }
  }

  private void write(Semaphore writes, IntConsumer writer) throws InterruptedException {
    try {
      for (int i = 0; walking.get() > 0; i++) {
        writes.acquire();
        writer.accept(i);
        if (i == 0) {
          begun.countDown();
        }
      }
    } finally {
      begun.countDown();
    }
  }
}
