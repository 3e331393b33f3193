package io.kpigroups.adapter.rest.http;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells the time and runs tasks later. Tests replace it by a time that they control. */
@Singleton
public class Timers {
  private final Vertx vertx;

  public Timers(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Nanoseconds since some moment in the past, as {@link System#nanoTime} has them. */
  public long nanoTime() {
    return System.nanoTime();
  }

  /**
   * Has the task run once, when so much time has passed, on the event loop that asks for it.
   *
   * @return what cancels it
   */
  public Runnable after(Duration time, Runnable task) {
    long timer = vertx.setTimer(time.toMillis(), over -> task.run());
    return () -> vertx.cancelTimer(timer);
  }
}
