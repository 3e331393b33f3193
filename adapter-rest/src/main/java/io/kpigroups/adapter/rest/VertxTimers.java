package io.kpigroups.adapter.rest;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The time of the machine, and the timers of Vert.x. */
@Singleton
class VertxTimers implements Timers {
  private final Vertx vertx;

  VertxTimers(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Runnable after(Duration time, Runnable task) {
    long timer = vertx.setTimer(time.toMillis(), over -> task.run());
    return () -> vertx.cancelTimer(timer);
  }
}
