package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.query.SortField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pages of a list of upstream. The paging of a service like this one is trusted; from any other the
 * whole list is fetched, and its rows are picked, sorted and cut here. A list of which rows are
 * missing is a failure.
 *
 * @param source asks for the part of the list that the query parameters name
 * @param path the last part of the path of the list
 * @param id the id of a row
 */
record ListPager<T>(
    Function<Map<String, String>, UpstreamResponse> source,
    String path,
    Function<JsonNode, T> readRow,
    Function<T, String> id,
    Picked<T> picked) {
  /** A request for at least so many rows goes out without parameters, as the reference has it. */
  private static final int PLAIN_LIMIT = 1_000;

  /** An upstream that needs more calls for one list has pages that are of no use. */
  private static final int MAX_CALLS = 100;

  /** The longest list that is fetched whole. */
  private static final int MAX_ROWS = 100_000;

  /**
   * The page that was asked for; its limit is lower if upstream of our kind has a lower one.
   *
   * @param place the place of a row in the order
   * @throws Unsupported if upstream is another service or an older one, and rows do not show
   *     whether they are asked for
   * @throws UpstreamFailure if the list cannot be read, or is not whole
   */
  <F extends Enum<F> & SortField<?>> Page<T> page(ListQuery<F> query, Function<T, Position> place) {
    if (picked.seen().isEmpty()) {
      return pickedHere(query, place);
    }
    Map<String, String> part = part(picked.seen().get(), query);
    UpstreamResponse answer = source.apply(part);
    if (ListResponse.isOurs(answer, path)) {
      return trustedPage(ListResponse.read(answer, readRow), query);
    }
    if (part.isEmpty()) {
      return query.cut(wholeList(answer), place);
    }
    if (!isDeafTo(answer)) {
      checked(answer);
    }
    return pickedHere(query, place);
  }

  /** The parameters of a page; none if it is the first, which is what the reference answers. */
  private <F extends Enum<F> & SortField<?>> Map<String, String> part(
      Map<String, String> seen, ListQuery<F> query) {
    Map<String, String> page = ListParameters.of(query, picked.scope());
    boolean isFirst = page.keySet().equals(Set.of("skip", "limit")) && query.range().skip() == 0;
    if (picked.isAll() && isFirst && query.range().limit() >= PLAIN_LIMIT) {
      return Map.of();
    }
    Map<String, String> part = new LinkedHashMap<>(picked.unseen());
    part.putAll(seen);
    part.putAll(page);
    return part;
  }

  /** Fewer rows than asked for, though more exist, show a lower limit, which becomes ours. */
  private static <T> Page<T> trustedPage(ListResponse<T> rows, ListQuery<?> query) {
    PageRange range = query.range();
    int size = Math.min(rows.items().size(), range.limit());
    boolean more = size > 0 && (rows.hasNext() || size < rows.items().size());
    return query
        .withRange(more ? new PageRange(range.skip(), size) : range)
        .page(rows.items().subList(0, size), more, rows::total);
  }

  /** Whether the parameters were ignored or refused, and the list may be had without them. */
  private boolean isDeafTo(UpstreamResponse answer) {
    return picked.ofOurs()
        ? ListResponse.isOlder(answer)
        : answer.status() < 300 || ListResponse.refusesParameters(answer);
  }

  private <F extends Enum<F>> Page<T> pickedHere(ListQuery<F> query, Function<T, Position> place) {
    Predicate<T> test = picked.test().orElseThrow(ExceptionTranslator::unsupported);
    return query.cut(wholeList(source.apply(picked.unseen())).filter(test), place);
  }

  /** An answer with a list in it. */
  private UpstreamResponse checked(UpstreamResponse answer) {
    if (picked.ofOurs()) {
      ListResponse.requireOurs(answer, path);
    }
    return picked.isAll() ? answer.orThrow() : answer.orUnsupported();
  }

  /** All rows, if what upstream says of them is consistent. */
  private Stream<T> wholeList(UpstreamResponse answer) {
    Map<String, T> rows = new LinkedHashMap<>();
    ListResponse<T> first = ListResponse.read(checked(answer), readRow);
    long total = first.total();
    boolean saysMore = total > first.items().size();
    boolean found = addTo(rows, first);
    for (int calls = 1; saysMore ? rows.size() < total : found && mayGoOn(rows); calls++) {
      if (calls == MAX_CALLS || Math.max(total, rows.size()) > MAX_ROWS) {
        throw ExceptionTranslator.unusable("A list that is too long, or has too short pages.");
      }
      ListResponse<T> next = behind(rows.size());
      found = addTo(rows, next);
      if (saysMore && (!found || next.total() < total)) {
        throw ExceptionTranslator.unusable("A list that has no end, or changed meanwhile.");
      }
      total = Math.max(total, next.total());
    }
    return rows.values().stream();
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
  private ListResponse<T> behind(int skip) {
    Map<String, String> part = new LinkedHashMap<>(picked.unseen());
    part.put("skip", String.valueOf(skip));
    try {
      return ListResponse.read(source.apply(part).orThrow(), readRow);
    } catch (InvalidInput e) {
      return new ListResponse<>(List.of(), 0, false);
    }
  }
}
