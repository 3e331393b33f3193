package io.kpigroups.adapter.client.store;

import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.SortField;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Pages of a list of upstream. The paging of a service like this one is trusted; from any other the
 * whole list is fetched, and sorted and cut here. A list of which rows are missing is a failure.
 *
 * @param source fetches the part of the list that the query parameters ask for
 * @param id the id of a row
 * @param order the order of the whole list
 */
record ListPager<T>(
    Function<Map<String, String>, ListResponse<T>> source,
    Function<T, String> id,
    Comparator<T> order) {
  /** A request for at least so many rows goes out without parameters, as the reference has it. */
  private static final int PLAIN_LIMIT = 1_000;

  /** An upstream that needs more calls for one list has pages that are of no use. */
  private static final int MAX_CALLS = 100;

  /** The longest list that is fetched whole. */
  private static final int MAX_ROWS = 100_000;

  /** The page that was asked for; its limit is lower if upstream of our kind has a lower one. */
  <F extends Enum<F> & SortField<?>> Page<T> page(ListQuery<F> query) {
    PageRange range = query.range();
    Map<String, String> part = ListParameters.of(query);
    boolean plain = range.skip() == 0 && range.limit() >= PLAIN_LIMIT && !part.containsKey("sort");
    ListResponse<T> rows = plain ? source.apply(Map.of()) : fetch(part);
    if (rows.trusted()) {
      return counted(trustedPage(rows, range), query);
    }
    Collection<T> all = wholeList(plain ? rows : source.apply(Map.of()));
    return query.cut(all.stream().sorted(order).toList());
  }

  /**
   * The same of rows that only a service like this one picks, or has at all.
   *
   * @param source fetches a part of the list, or fails if upstream is no such service
   * @param picked the query parameters by which it picks them
   */
  static <T, F extends Enum<F> & SortField<?>> Page<T> pageOfOurs(
      Function<Map<String, String>, ListResponse<T>> source,
      Map<String, String> picked,
      ListQuery<F> query) {
    Map<String, String> part = new LinkedHashMap<>(picked);
    part.putAll(ListParameters.of(query));
    return counted(trustedPage(source.apply(part), query.range()), query);
  }

  private static <T> Page<T> counted(Page<T> page, ListQuery<?> query) {
    return query.count() ? page : Page.uncounted(page.items(), page.range(), page.hasNext());
  }

  /** Fewer rows than asked for, though more exist, show a lower limit, which becomes ours. */
  private static <T> Page<T> trustedPage(ListResponse<T> rows, PageRange range) {
    int size = Math.min(rows.items().size(), range.limit());
    boolean more = size > 0 && (long) range.skip() + size < rows.total();
    return new Page<>(
        rows.items().subList(0, size),
        rows.total(),
        more ? new PageRange(range.skip(), size) : range);
  }

  /** All rows, if what upstream says of them is consistent. */
  private Collection<T> wholeList(ListResponse<T> first) {
    Map<String, T> rows = new LinkedHashMap<>();
    long total = first.total();
    boolean saysMore = total > first.items().size();
    boolean found = addTo(rows, first);
    for (int calls = 1; saysMore ? rows.size() < total : found && mayGoOn(rows); calls++) {
      if (calls == MAX_CALLS || Math.max(total, rows.size()) > MAX_ROWS) {
        throw ExceptionTranslator.unusable("A list that is too long, or has too short pages.");
      }
      ListResponse<T> next = fetch(Map.of("skip", String.valueOf(rows.size())));
      found = addTo(rows, next);
      if (saysMore && (!found || next.total() < total)) {
        throw ExceptionTranslator.unusable("A list that has no end, or changed meanwhile.");
      }
      total = Math.max(total, next.total());
    }
    return rows.values();
  }

  /**
   * Limits of pages are multiples of 4 or 5, as 100 and 128 are. A list of such a length may go on,
   * even if its total says otherwise.
   */
  private static boolean mayGoOn(Map<?, ?> rows) {
    return rows.size() % 4 == 0 || rows.size() % 5 == 0;
  }

  /** Whether there was a new row. */
  private boolean addTo(Map<String, T> rows, ListResponse<T> more) {
    int before = rows.size();
    more.items().forEach(row -> rows.putIfAbsent(id.apply(row), row));
    return rows.size() > before;
  }

  /** No rows if upstream refuses the parameters, which the reference does not know. */
  private ListResponse<T> fetch(Map<String, String> part) {
    try {
      return source.apply(part);
    } catch (InvalidInput e) {
      return new ListResponse<>(List.of(), 0, false);
    }
  }
}
