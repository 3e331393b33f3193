package io.kpigroups.bootstrap.identity.keys;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * An identity provider whose answers a test decides, with the clock that its keys are fetched by:
 * the time stands still until it is moved, and an answer can be held back.
 */
public final class TestProvider implements Supplier<CompletionStage<String>> {
  /** How often a key set is fetched at most, whatever tokens say. */
  public static final Duration BETWEEN_FETCHES = RemoteKeys.BETWEEN_FETCHES;

  /** From which age on keys are fetched again, also where tokens fit the known ones. */
  public static final Duration OLD = RemoteKeys.OLD;

  static final URI LOCATION = URI.create("https://id.example/keys");

  /** Soon past the largest number, as a clock that counts from anywhere may be. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

  private final AtomicInteger fetches = new AtomicInteger();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private CompletableFuture<String> answer = CompletableFuture.completedFuture("");
  private boolean holds;

  /** The keys that are here, none of them fetched yet. */
  public VerificationKeys keys() {
    return new RemoteKeys(LOCATION, this, nanos::get);
  }

  /** Has it answer this from now on. */
  public void answers(String text) {
    answer = CompletableFuture.completedFuture(text);
  }

  /** Has it fail from now on. */
  public void fails(String message) {
    failsWith(new IOException(message));
  }

  void failsWith(Exception failure) {
    answer = CompletableFuture.failedFuture(failure);
  }

  /** Has fetches begin from now on, but not be done before {@link #release}. */
  void hold() {
    holds = true;
  }

  /** Answers what was held back. */
  void release() {
    holds = false;
    for (Runnable next = held.poll(); next != null; next = held.poll()) {
      next.run();
    }
  }

  /** Has time pass. */
  public void move(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** How often the key set was asked for. */
  public int fetches() {
    return fetches.get();
  }

  @Override
  public CompletionStage<String> get() {
    fetches.incrementAndGet();
    CompletableFuture<String> now = answer;
    if (!holds) {
      return now;
    }
    CompletableFuture<Void> released = new CompletableFuture<>();
    held.add(() -> released.complete(null));
    return released.thenCompose(end -> now);
  }
}
