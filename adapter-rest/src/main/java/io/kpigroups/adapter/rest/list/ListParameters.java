package io.kpigroups.adapter.rest.list;

import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.domain.cursor.Cursor;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.query.SortField;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Reads the parameters that every list has, and answers with a page and links to other pages. */
public final class ListParameters<F extends Enum<F> & SortField<R>, R> {

  /** Makes of sort keys what is asked for, such as {@link ListQuery#groups}. */
  @FunctionalInterface
  public interface Kind<F extends Enum<F>> {
    ListQuery<F> of(List<Order<F>> order, PageRange range, boolean count);
  }

  private static final Pattern FROM_ZERO = Pattern.compile("0*[0-9]{1,10}");
  private static final Pattern FROM_ONE = Pattern.compile("0*[1-9][0-9]*");

  private final ApiRequest request;
  private final Supplier<Integer> skip;
  private final Supplier<Integer> limit;
  private final Supplier<List<Order<F>>> order;
  private final Supplier<Boolean> count;
  private final Supplier<Optional<Position>> after;
  private final Kind<F> list;
  private final Supplier<ListScope> scope;

  /**
   * Reads {@code skip}, {@code limit} or its alias {@code take}, {@code sort}, {@code count} and
   * {@code cursor}.
   *
   * @param fields what the list can be sorted by
   * @param scope which list it is; read before, since a cursor is of one list only
   */
  public ListParameters(ApiRequest request, F[] fields, Kind<F> list, Supplier<ListScope> scope) {
    this.request = request;
    this.list = list;
    this.scope = scope;
    skip = request.query("skip", ListParameters::skip, 0);
    Supplier<Integer> asLimit =
        request.query("limit", text -> limit("limit", text), Integer.MAX_VALUE);
    Supplier<Integer> asTake =
        request.query("take", text -> limit("take", text), Integer.MAX_VALUE);
    if (request.hasQuery("limit") && request.hasQuery("take")) {
      request.wrong("query", "take", "Send limit or take, not both: they mean the same.");
    }
    limit = request.hasQuery("take") ? asTake : asLimit;
    order = request.query("sort", text -> Order.parse(text, fields), List.of());
    count = request.query("count", ListParameters::isCounted, true);
    after = request.query("cursor", text -> Optional.of(place(text)), Optional.empty());
  }

  /** What is asked for, sorted at last by the id. */
  public ListQuery<F> query() {
    ListQuery<F> begun = list.of(order.get(), new PageRange(skip.get(), limit.get()), count.get());
    return after.get().map(begun::after).orElse(begun);
  }

  /**
   * The page, with {@code Link} (RFC 8288) to the first, the previous and the next page.
   *
   * @param row what of a row it is sorted by
   * @param json how a row is written
   */
  public <V> RestResponse<JsonContent> answer(
      Page<V> page, Function<V, R> row, PageView.Row<V> json) {
    List<V> rows = page.items();
    String links =
        new PageLinks(request).of(page, () -> cursor(row.apply(rows.get(rows.size() - 1))));
    return ResponseBuilder.ok(PageView.of(page, json)).header("Link", links).build();
  }

  /** What leads on behind the row. */
  private String cursor(R last) {
    List<Order<F>> total = query().order();
    return Cursor.of(scope.get(), total, Position.of(total, last));
  }

  /** Says nothing of the cursor if anything else is wrong that it depends on. */
  private Position place(String cursor) {
    if (request.hasQuery("skip")) {
      throw new InvalidInput("Send cursor or skip, not both: a cursor says where the page begins.");
    }
    return Cursor.read(
        cursor, scope.get(), list.of(order.get(), PageRange.first(1), false).order());
  }

  private static boolean isCounted(String text) {
    if (!text.equals("none")) {
      throw new InvalidInput("count must be none, or be left out.");
    }
    return false;
  }

  private static int skip(String text) {
    if (!FROM_ZERO.matcher(text).matches() || Long.parseLong(text) > Integer.MAX_VALUE) {
      throw new InvalidInput("skip must be a whole number from 0 to 2147483647.");
    }
    return Integer.parseInt(text);
  }

  /** Any number above 0 is taken: a limit above the page maximum is lowered to it. */
  private static int limit(String name, String text) {
    if (!FROM_ONE.matcher(text).matches()) {
      throw new InvalidInput(name + " must be a whole number of 1 or more.");
    }
    return new BigInteger(text).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }
}
