package io.kpigroups.domain.query;

import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Which rows of an account are asked for, and in which order. Made by {@link #groups}, {@link
 * #kpis} and {@link #members}, which append the id as the last sort key, so that pages neither
 * repeat nor miss rows.
 *
 * @param order the sort keys, at least one
 * @param range which part of the list
 * @param count whether to tell how many rows there are in all, which may cost more than the page
 * @param after begins behind this place, where {@code range} skips nothing; the rows before it are
 *     counted too. Nothing that is written meanwhile moves it
 */
public record ListQuery<F extends Enum<F>>(
    List<Order<F>> order, PageRange range, boolean count, Optional<Position> after) {
  /**
   * @throws InvalidInput if the place is one of another order, or rows are to be skipped behind it
   */
  public ListQuery {
    order = List.copyOf(order);
    if (after.isPresent() && (range.skip() > 0 || !after.get().fits(order))) {
      throw new InvalidInput("The place is in a list of another order, or rows are skipped too.");
    }
  }

  /** The same from the first row on. */
  public ListQuery(List<Order<F>> order, PageRange range, boolean count) {
    this(order, range, count, Optional.empty());
  }

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

  /**
   * All rows from this query on, page by page: the first page at once, and each other when the rows
   * before it were read, so that who stops reading fetches no more. A page begins behind the last
   * row of the one before, so a row that is there all the time, and whose sort keys stay, comes
   * exactly once. Nothing is counted.
   *
   * @param pages fetches a page, best with a deadline of its own; what it throws is thrown here for
   *     the first page, and for others where they are read
   * @param row what of a row it is sorted by: {@code ViewedGroup::group}, else the row itself
   */
  public static <F extends Enum<F> & SortField<R>, R, T> Stream<T> walk(
      ListQuery<F> first, Function<ListQuery<F>, Page<T>> pages, Function<T, R> row) {
    List<Order<F>> order = first.order();
    PageRange range = PageRange.first(first.range().limit());
    return Stream.iterate(
            Optional.of(pages.apply(new ListQuery<>(order, first.range(), false, first.after()))),
            Optional::isPresent,
            page ->
                page.filter(Page::hasNext)
                    .map(Page::items)
                    .map(rows -> Position.of(order, row.apply(rows.get(rows.size() - 1))))
                    .map(last -> new ListQuery<>(order, range, false, Optional.of(last)))
                    .map(pages))
        .flatMap(page -> page.orElseThrow().items().stream());
  }

  /**
   * The page that is asked for, sorted and cut from all rows that there are.
   *
   * @param place the place of a row in the order, see {@link Position#of}
   */
  public <T> Page<T> cut(Stream<T> all, Function<T, Position> place) {
    record Placed<T>(T row, Position place) {}
    Comparator<Position> comparator = (one, other) -> one.compareTo(other, order);
    List<Placed<T>> rows =
        new ArrayList<>(all.map(row -> new Placed<>(row, place.apply(row))).toList());
    rows.sort(Comparator.comparing(Placed::place, comparator));
    List<T> rest =
        rows.stream()
            .filter(
                row -> after.map(last -> comparator.compare(row.place(), last) > 0).orElse(true))
            .skip(range.skip())
            .map(Placed::row)
            .toList();
    return page(rest, rows.size());
  }

  /**
   * The page that is asked for.
   *
   * @param rest the rows from its first on, at least one more than it has if there are more
   * @param total how many rows there are in all; not looked at if that is not asked for
   */
  public <T> Page<T> page(List<T> rest, long total) {
    List<T> rows = rest.stream().limit(range.limit()).toList();
    return page(rows, rest.size() > rows.size(), () -> total);
  }

  /**
   * The page that is asked for.
   *
   * @param rows its rows, and no others
   * @param hasNext whether there are rows behind them
   * @param total counts all rows; called only if that is asked for
   */
  public <T> Page<T> page(List<T> rows, boolean hasNext, LongSupplier total) {
    OptionalLong counted = count ? OptionalLong.of(total.getAsLong()) : OptionalLong.empty();
    return new Page<>(rows, counted, range, hasNext);
  }

  /** The same query from behind this place on. */
  public ListQuery<F> after(Position place) {
    return new ListQuery<>(order, range, count, Optional.of(place));
  }

  /** The same query with another range. */
  public ListQuery<F> withRange(PageRange newRange) {
    return new ListQuery<>(order, newRange, count, after);
  }

  /** The same query for at most {@code max} rows. */
  public ListQuery<F> atMost(int max) {
    return withRange(range.atMost(max));
  }
}
