package io.kpigroups.adapter.rest;

import java.time.Duration;

/**
 * What the embedding service decides for the HTTP interface, brought as a bean.
 *
 * @param deadline how long a request may take from its arrival to its answer
 * @param accessLog whether each request leaves a line in the log
 */
public record RestSettings(Duration deadline, boolean accessLog) {

  /**
   * How long a request may take from its arrival until the store has done its part; nine tenths of
   * the deadline, so that there is time to write the answer, also to thousands at once.
   */
  public Duration storeTime() {
    return deadline.multipliedBy(9).dividedBy(10);
  }
}
