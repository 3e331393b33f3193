package io.kpigroups.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Which registered KPIs of an account are asked for, and in which order.
 *
 * @param order the sort keys; the id is always the last, so that pages neither repeat nor miss rows
 * @param range which part of the list
 * @throws InvalidInput if a field is named twice
 */
public record KpiQuery(List<Order<KpiField>> order, PageRange range) {
  public KpiQuery {
    order = Order.total(order, KpiField.ID);
  }

  /** A part of the register, by id. */
  public static KpiQuery of(PageRange range) {
    return new KpiQuery(List.of(), range);
  }

  /** The same query with another range. */
  public KpiQuery withRange(PageRange newRange) {
    return new KpiQuery(order, newRange);
  }

  /** The order as a comparator, for stores that sort by themselves. */
  public Comparator<Kpi> comparator() {
    return order.stream()
        .map(o -> o.descending() ? o.field().comparator().reversed() : o.field().comparator())
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }
}
