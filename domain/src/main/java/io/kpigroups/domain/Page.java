package io.kpigroups.domain;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the rows, in order
 * @param totalCount how many rows there are in all
 * @param range what this page covers; its limit may be lower than was asked for
 */
public record Page<T>(List<T> items, long totalCount, PageRange range) {
  public Page {
    items = List.copyOf(items);
  }

  /** Whether there are rows behind this page. */
  public boolean hasNext() {
    return !items.isEmpty() && (long) range.skip() + items.size() < totalCount;
  }
}
