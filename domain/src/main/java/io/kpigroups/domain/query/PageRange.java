package io.kpigroups.domain.query;

import io.kpigroups.domain.failure.InvalidInput;

/**
 * Which part of a list is asked for.
 *
 * @param skip how many rows to leave out, from 0
 * @param limit how many rows to answer at the most, from 1
 */
public record PageRange(int skip, int limit) {
  /**
   * @throws InvalidInput if either is out of its range
   */
  public PageRange {
    if (skip < 0) {
      throw new InvalidInput("skip must be 0 or more.");
    }
    if (limit < 1) {
      throw new InvalidInput("limit must be 1 or more.");
    }
  }

  /** The first {@code limit} rows. */
  public static PageRange first(int limit) {
    return new PageRange(0, limit);
  }

  /** The same range with at most {@code max} rows. */
  public PageRange atMost(int max) {
    return limit <= max ? this : new PageRange(skip, max);
  }
}
