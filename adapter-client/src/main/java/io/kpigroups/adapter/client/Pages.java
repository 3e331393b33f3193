package io.kpigroups.adapter.client;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list of upstream. One of our kind is believed; of any other the whole list is fetched,
 * sorted and cut here. A list is whole, or it is a failure.
 */
final class Pages<T> {
  /** Who asks for so many from the start asks as the reference does: without a parameter. */
  private static final int PLAIN = 1_000;

  /**
   * Page limits are multiples of one of these, as 100 and 128 are. A list that is one too may go on
   * behind it, whatever its total says.
   */
  private static final List<Integer> ROUND = List.of(4, 5);

  /** Most calls for one list: an upstream that needs more has pages that are no use. */
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
   * @param count whether to tell how many rows there are in all; upstream counts them anyway
   */
  Page<T> page(PageRange range, String sort, boolean count) {
    Page<T> page = counted(range, sort);
    return count
        ? page
        : new Page<>(page.items(), OptionalLong.empty(), page.range(), page.hasNext());
  }

  private Page<T> counted(PageRange range, String sort) {
    boolean plain = range.skip() == 0 && range.limit() >= PLAIN && sort.isEmpty();
    Rows<T> rows = plain ? plain() : ask(range.skip(), range.limit(), sort.isEmpty() ? null : sort);
    return rows.isOfOurKind()
        ? believed(rows, range)
        : cut(whole(plain ? rows : plain()).values(), range);
  }

  /** Fewer rows than there are to come mean a page limit of upstream's own, which is ours then. */
  private Page<T> believed(Rows<T> rows, PageRange range) {
    int size = Math.min(rows.items().size(), range.limit());
    boolean isCut = size > 0 && (long) range.skip() + size < rows.total();
    return new Page<>(
        rows.items().subList(0, size),
        rows.total(),
        isCut ? new PageRange(range.skip(), size) : range);
  }

  private Page<T> cut(Collection<T> all, PageRange range) {
    List<T> items = all.stream().sorted(order).skip(range.skip()).limit(range.limit()).toList();
    return new Page<>(items, all.size(), range);
  }

  /** All rows by their ids, if what upstream says of them holds together. */
  private Map<String, T> whole(Rows<T> first) {
    Map<String, T> rows = new LinkedHashMap<>();
    long total = first.total();
    boolean saysMore = total > first.items().size();
    boolean brought = add(first, rows);
    for (int calls = 1; saysMore ? rows.size() < total : brought && isRound(rows); calls++) {
      if (calls == MOST_CALLS || Math.max(total, rows.size()) > MOST_ROWS) {
        throw Failures.unusable("A list that is too long, or has pages that are too short.");
      }
      Rows<T> next = ask(rows.size(), null, null);
      brought = add(next, rows);
      if (saysMore && (!brought || next.total() < total)) {
        throw Failures.unusable("A list that cannot be had whole, or changed meanwhile.");
      }
      total = Math.max(total, next.total());
    }
    return rows;
  }

  private static boolean isRound(Map<?, ?> rows) {
    return ROUND.stream().anyMatch(round -> rows.size() % round == 0);
  }

  /** Whether there was anything new. */
  private boolean add(Rows<T> more, Map<String, T> rows) {
    int before = rows.size();
    more.items().forEach(row -> rows.putIfAbsent(id.apply(row), row));
    return rows.size() > before;
  }

  private Rows<T> plain() {
    return source.fetch(null, null, null);
  }

  /** Nothing, if upstream refuses the parameters, which the reference has not. */
  private Rows<T> ask(int skip, @Nullable Integer limit, @Nullable String sort) {
    try {
      return source.fetch(skip, limit, sort);
    } catch (InvalidInput e) {
      return new Rows<>(List.of(), 0, false);
    }
  }
}
