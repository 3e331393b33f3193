package io.kpigroups.bootstrap.identity;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An identity provider whose answers a test decides, with the clock and the thread that its keys
 * are fetched by: the time stands still until it is moved, and a fetch can be held back.
 */
final class TestProvider implements KeyFetch, Executor {
  static final URI LOCATION = URI.create("https://id.example/keys");

  /** Soon past the largest number, as a clock that counts from anywhere may be. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

  private final AtomicInteger fetches = new AtomicInteger();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private volatile String text = "";
  private volatile Optional<String> failure = Optional.empty();
  private boolean holds;

  /** The keys that are here, none of them fetched yet. */
  RemoteKeys keys() {
    return new RemoteKeys(LOCATION, this, this, nanos::get);
  }

  void answers(String newText) {
    text = newText;
    failure = Optional.empty();
  }

  void fails(String message) {
    failure = Optional.of(message);
  }

  /** Has fetches begin from now on, but not be done before {@link #release}. */
  void hold() {
    holds = true;
  }

  /** Does what was held back. */
  void release() {
    holds = false;
    for (Runnable next = held.poll(); next != null; next = held.poll()) {
      next.run();
    }
  }

  void move(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** The clock, which moves only when it is told to. */
  long nanos() {
    return nanos.get();
  }

  /** How often the key set was asked for, fetches that are held back not counted. */
  int fetches() {
    return fetches.get();
  }

  @Override
  public String text() throws IOException {
    fetches.incrementAndGet();
    if (failure.isPresent()) {
      throw new IOException(failure.get());
    }
    return text;
  }

  @Override
  public void execute(Runnable command) {
    if (holds) {
      held.add(command);
    } else {
      command.run();
    }
  }
}
