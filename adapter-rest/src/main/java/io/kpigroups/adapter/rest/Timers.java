package io.kpigroups.adapter.rest;

import java.time.Duration;

/** The time that passes, and what is to happen when it has; a test brings one of its own. */
interface Timers {

  /** Nanoseconds since some moment in the past, as {@link System#nanoTime} has them. */
  long nanoTime();

  /**
   * Has the task run once, when so much time has passed, on the event loop that asks for it.
   *
   * @return what cancels it
   */
  Runnable after(Duration time, Runnable task);
}
