package io.kpigroups.adapter.rest.support;

import static org.awaitility.Awaitility.await;

import io.github.bucket4j.TimeMeter;
import io.kpigroups.adapter.rest.http.Timers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A time that passes only when a test says so. */
public final class VirtualTimers extends Timers implements TimeMeter {

  private record Timer(long due, @Nullable Context context, Runnable task) {}

  private final List<Timer> pending = new ArrayList<>();
  private long now = 1_000_000;
  private int given;

  public VirtualTimers() {
    super(WebServer.VERTX);
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Runnable after(Duration time, Runnable task) {
    Timer timer = new Timer(now + time.toNanos(), Vertx.currentContext(), task);
    pending.add(timer);
    given++;
    return () -> cancel(timer);
  }

  @Override
  public long currentTimeNanos() {
    return nanoTime();
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }

  private synchronized void cancel(Timer timer) {
    pending.remove(timer);
  }

  /** How many tasks wait for their time. */
  public synchronized int pending() {
    return pending.size();
  }

  /** How many tasks were ever given. */
  public synchronized int given() {
    return given;
  }

  /** Waits until so many tasks were ever given, and until whoever gave them has ended its turn. */
  public void awaitGiven(int count) {
    await().atMost(Duration.ofMinutes(2)).until(() -> given() == count);
    awaitTurns();
  }

  /** Waits until every event loop on which a task waits has ended what it is doing now. */
  public void awaitTurns() {
    waiting().forEach(timer -> run(timer.context(), () -> {}));
  }

  private synchronized List<Timer> waiting() {
    return List.copyOf(pending);
  }

  /** Lets so much time pass: what is due then has been done when this returns. */
  public void advance(Duration time) {
    long until = nanoTime() + time.toNanos();
    for (var due = nextDue(until); due.isPresent(); due = nextDue(until)) {
      run(due.get().context(), due.get().task());
    }
    set(until);
  }

  private synchronized Optional<Timer> nextDue(long until) {
    Optional<Timer> next =
        pending.stream()
            .filter(timer -> timer.due() <= until)
            .min(Comparator.comparing(Timer::due));
    next.ifPresent(
        timer -> {
          pending.remove(timer);
          now = timer.due();
        });
    return next;
  }

  private synchronized void set(long time) {
    now = time;
  }

  private static void run(@Nullable Context context, Runnable task) {
    if (context == null) {
      task.run();
      return;
    }
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    context.runOnContext(
        turn -> {
          try {
            task.run();
          } finally {
            done.complete(null);
          }
        });
    done.join();
  }
}
