package io.kpigroups.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Which groups of an account are asked for, and in which order.
 *
 * @param order the sort keys; the id is always the last, so that pages neither repeat nor miss rows
 * @param range which part of the list
 * @param count whether to tell how many rows there are in all, which may cost more than the page
 * @throws InvalidInput if a field is named twice
 */
public record GroupQuery(List<Order<GroupField>> order, PageRange range, boolean count) {
  public GroupQuery {
    order = Order.total(order, GroupField.ID);
  }

  /** With the number of all rows. */
  public GroupQuery(List<Order<GroupField>> order, PageRange range) {
    this(order, range, true);
  }

  /** A part of all groups, by id. */
  public static GroupQuery of(PageRange range) {
    return new GroupQuery(List.of(), range);
  }

  /** The same query with another range. */
  public GroupQuery withRange(PageRange newRange) {
    return new GroupQuery(order, newRange, count);
  }

  /** The order as a comparator, for stores that sort by themselves. */
  public Comparator<KpiGroup> comparator() {
    return order.stream()
        .map(o -> o.descending() ? o.field().comparator().reversed() : o.field().comparator())
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }
}
