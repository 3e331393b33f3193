package io.kpigroups.domain.query;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.List;

/**
 * Which rows of an account are asked for, and in which order. Made by {@link #groups}, {@link
 * #kpis} and {@link #members}, which append the id as the last sort key, so that pages neither
 * repeat nor miss rows.
 *
 * @param order the sort keys, at least one
 * @param range which part of the list
 * @param count whether to tell how many rows there are in all, which may cost more than the page
 */
public record ListQuery<F extends Enum<F>>(List<Order<F>> order, PageRange range, boolean count) {

  /**
   * Groups in this order.
   *
   * @throws InvalidInput if a field is named twice
   */
  public static ListQuery<GroupField> groups(
      List<Order<GroupField>> order, PageRange range, boolean count) {
    return new ListQuery<>(Order.total(order, GroupField.ID), range, count);
  }

  /** Groups in this order, counted. */
  public static ListQuery<GroupField> groups(List<Order<GroupField>> order, PageRange range) {
    return groups(order, range, true);
  }

  /** Groups by id, counted. */
  public static ListQuery<GroupField> groups(PageRange range) {
    return groups(List.of(), range);
  }

  /**
   * Registered KPIs in this order.
   *
   * @throws InvalidInput if a field is named twice
   */
  public static ListQuery<KpiField> kpis(
      List<Order<KpiField>> order, PageRange range, boolean count) {
    return new ListQuery<>(Order.total(order, KpiField.ID), range, count);
  }

  /** Registered KPIs in this order, counted. */
  public static ListQuery<KpiField> kpis(List<Order<KpiField>> order, PageRange range) {
    return kpis(order, range, true);
  }

  /** Registered KPIs by id, counted. */
  public static ListQuery<KpiField> kpis(PageRange range) {
    return kpis(List.of(), range);
  }

  /**
   * Members of a group in this order.
   *
   * @throws InvalidInput if a field is named twice
   */
  public static ListQuery<MemberField> members(
      List<Order<MemberField>> order, PageRange range, boolean count) {
    return new ListQuery<>(Order.total(order, MemberField.KPI_ID), range, count);
  }

  /** Members of a group by the id of the KPI, counted. */
  public static ListQuery<MemberField> members(PageRange range) {
    return members(List.of(), range, true);
  }

  /** The page that is asked for, cut from all rows that there are, which are in order. */
  public <T> Page<T> cut(List<T> all) {
    List<T> rest = all.subList(Math.min(range.skip(), all.size()), all.size());
    List<T> rows = rest.stream().limit(range.limit()).toList();
    return count
        ? new Page<>(rows, all.size(), range)
        : Page.uncounted(rows, range, rest.size() > rows.size());
  }

  /** The same query with another range. */
  public ListQuery<F> withRange(PageRange newRange) {
    return new ListQuery<>(order, newRange, count);
  }

  /** The same query for at most {@code max} rows. */
  public ListQuery<F> atMost(int max) {
    return withRange(range.atMost(max));
  }
}
