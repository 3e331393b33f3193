package io.kpigroups.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Which registered KPIs of an account are asked for, and in which order.
 *
 * @param order the sort keys; the id is always the last, so that pages neither repeat nor miss rows
 * @param range which part of the list
 * @param count whether to tell how many rows there are in all, which may cost more than the page
 * @throws InvalidInput if a field is named twice
 */
public record KpiQuery(List<Order<KpiField>> order, PageRange range, boolean count) {
  public KpiQuery {
    order = Order.total(order, KpiField.ID);
  }

  /** With the number of all rows. */
  public KpiQuery(List<Order<KpiField>> order, PageRange range) {
    this(order, range, true);
  }

  /** A part of the register, by id. */
  public static KpiQuery of(PageRange range) {
    return new KpiQuery(List.of(), range);
  }

  /** The same query with another range. */
  public KpiQuery withRange(PageRange newRange) {
    return new KpiQuery(order, newRange, count);
  }

  /** The order as a comparator, for stores that sort by themselves. */
  public Comparator<Kpi> comparator() {
    return order.stream()
        .map(o -> o.descending() ? o.field().comparator().reversed() : o.field().comparator())
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }
}
