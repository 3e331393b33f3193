package io.kpigroups.adapter.client;

import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list of an upstream that may know paging and sorting, or a part of it, or nothing.
 *
 * <p>What it answers is looked at before it is believed: it must be as much as was asked for, and
 * in that order. Else the whole list is fetched, sorted and cut here. So that an order can be seen,
 * at least {@link #ENOUGH} rows are asked for; a list that is no longer is sorted here anyway.
 */
final class Pages<T> {
  /** So many rows are not in the right order by chance. */
  private static final int ENOUGH = 100;

  /** A list that needs no word to be had whole from an upstream of our kind. */
  private static final int WHOLE = 1_000;

  /** Most further calls for one list: an upstream that needs more has pages that are no use. */
  private static final int MOST_CALLS = 100;

  /** The longest list that is fetched whole. */
  private static final int MOST_ROWS = 100_000;

  private final RowSource<T> source;
  private final Function<T, String> id;
  private final Comparator<T> order;

  Pages(RowSource<T> source, Function<T, String> id, Comparator<T> order) {
    this.source = source;
    this.id = id;
    this.order = order;
  }

  /**
   * The part of the list.
   *
   * @param sort the order as upstream has it; empty for the order of ids
   */
  Page<T> page(PageRange range, String sort) {
    int wanted = Math.max(range.limit(), ENOUGH);
    Rows<T> first = fetch(range.skip(), wanted, sort);
    if (first.items().size() >= first.total()) {
      return cut(distinct(first.items()), range);
    }
    boolean obeyed = first.items().size() <= wanted;
    if (obeyed && isInOrder(first.items())) {
      long there = Math.min(range.limit(), Math.max(0, first.total() - range.skip()));
      Map<String, T> rows = follow(byId(first.items()), range.skip(), there, sort);
      List<T> items = List.copyOf(rows.values());
      if (items.size() >= there && isInOrder(items)) {
        return new Page<>(items.subList(0, (int) there), first.total(), range);
      }
    }
    boolean atTheStart = obeyed && range.skip() == 0 && sort.isEmpty();
    return cut(everything(atTheStart ? first : fetch(0, WHOLE, "")), range);
  }

  /** Asks for further rows for as long as there come any, until there are {@code enough}. */
  private Map<String, T> follow(Map<String, T> rows, long skip, long enough, String sort) {
    boolean more = !rows.isEmpty();
    int calls = 0;
    while (more && rows.size() < enough) {
      if (++calls > MOST_CALLS || enough > MOST_ROWS) {
        throw Failures.unusable("A list that is too long, or has pages that are too short.");
      }
      Rows<T> next = fetch((int) (skip + rows.size()), (int) (enough - rows.size()), sort);
      int before = rows.size();
      next.items().forEach(row -> rows.putIfAbsent(id.apply(row), row));
      more = rows.size() > before;
    }
    return rows;
  }

  private Collection<T> everything(Rows<T> first) {
    Map<String, T> rows = follow(byId(first.items()), 0, first.total(), "");
    if (rows.size() < first.total()) {
      throw Failures.unusable("A list that cannot be had whole.");
    }
    return rows.values();
  }

  /** The plain request of the reference, where nothing else is meant. */
  private Rows<T> fetch(int skip, int limit, String sort) {
    boolean plain = skip == 0 && limit >= WHOLE && sort.isEmpty();
    @Nullable Integer no = null;
    return source.fetch(
        skip == 0 ? no : (Integer) skip,
        plain ? no : (Integer) limit,
        sort.isEmpty() ? null : sort);
  }

  private Page<T> cut(Collection<T> all, PageRange range) {
    List<T> items = all.stream().sorted(order).skip(range.skip()).limit(range.limit()).toList();
    return new Page<>(items, all.size(), range);
  }

  private Collection<T> distinct(List<T> items) {
    return byId(items).values();
  }

  private Map<String, T> byId(List<T> items) {
    Map<String, T> rows = new LinkedHashMap<>();
    items.forEach(row -> rows.putIfAbsent(id.apply(row), row));
    return rows;
  }

  private boolean isInOrder(List<T> items) {
    List<T> rows = new ArrayList<>(items);
    for (int i = 1; i < rows.size(); i++) {
      if (order.compare(rows.get(i - 1), rows.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
