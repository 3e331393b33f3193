package io.kpigroups.domain.query;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items the rows, in order
 * @param total how many rows there are in all; empty if that was not asked for
 * @param range what this page covers; its limit may be lower than was asked for
 * @param hasNext whether there are rows behind this page
 */
public record Page<T>(List<T> items, OptionalLong total, PageRange range, boolean hasNext) {
  public Page {
    items = List.copyOf(items);
  }

  /** The same page with its rows shown in another way. */
  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), total, range, hasNext);
  }

  /**
   * How many rows there are in all.
   *
   * @throws java.util.NoSuchElementException if that was not asked for
   */
  public long totalCount() {
    return total.orElseThrow();
  }
}
