package io.kpigroups.adapter.rest.list;

import io.kpigroups.adapter.rest.http.QueryString;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.SortField;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Reads the parameters that every list has, and answers with a page and links to other pages. */
public final class ListParameters<F extends Enum<F> & SortField<?>> {
  /** What says which part of the list is asked for: each link has its own. */
  private static final Set<String> PLACE = Set.of("skip", "limit", "take");

  private final ApiRequest request;
  private final Supplier<Integer> skip;
  private final Supplier<Integer> limit;
  private final Supplier<List<Order<F>>> order;
  private final Supplier<Boolean> count;

  /**
   * Reads {@code skip}, {@code limit} or its alias {@code take}, {@code sort} and {@code count}.
   *
   * @param fields what the list can be sorted by
   */
  public ListParameters(ApiRequest request, F[] fields) {
    this.request = request;
    skip = request.query("skip", ListParameters::skip, 0);
    Supplier<Integer> asLimit =
        request.query("limit", text -> limit("limit", text), Integer.MAX_VALUE);
    Supplier<Integer> asTake =
        request.query("take", text -> limit("take", text), Integer.MAX_VALUE);
    if (request.hasQuery("limit") && request.hasQuery("take")) {
      request.wrong("query", "take", "Send limit or take, not both: they mean the same.");
    }
    limit = request.hasQuery("take") ? asTake : asLimit;
    order = request.query("sort", text -> order(text, fields), List.of());
    count = request.query("count", ListParameters::isCounted, true);
  }

  public PageRange range() {
    return new PageRange(skip.get(), limit.get());
  }

  public List<Order<F>> order() {
    return order.get();
  }

  /** Whether to tell how many rows there are in all. */
  public boolean isCounted() {
    return count.get();
  }

  /** The page, with {@code Link} (RFC 8288) to the first, the previous and the next page. */
  public <R, T> RestResponse<PageView<T>> answer(Page<R> page, Function<R, T> view) {
    PageRange range = page.range();
    List<String> links = new ArrayList<>();
    links.add(link("first", 0, range.limit()));
    int end = (int) Math.min(range.skip(), page.total().orElse(Long.MAX_VALUE));
    if (end > 0) {
      int start = Math.max(0, end - range.limit());
      links.add(link("prev", start, end - start));
    }
    if (page.hasNext()) {
      links.add(link("next", range.skip() + range.limit(), range.limit()));
    }
    List<T> items = page.items().stream().map(view).toList();
    return ResponseBuilder.ok(PageView.of(items, page.total()))
        .header("Link", String.join(", ", links))
        .build();
  }

  /** A link to the same list from another place on. */
  private String link(String relation, int newSkip, int newLimit) {
    String others =
        request.query().stream()
            .filter(parameter -> !PLACE.contains(parameter.getKey()))
            .map(
                parameter ->
                    "&" + parameter.getKey() + "=" + QueryString.encode(parameter.getValue()))
            .collect(Collectors.joining());
    String query = "?skip=" + newSkip + "&limit=" + newLimit + others;
    return "<" + request.path() + query + ">; rel=\"" + relation + "\"";
  }

  private static boolean isCounted(String text) {
    if (!text.equals("none")) {
      throw new InvalidInput("count must be none, or be left out.");
    }
    return false;
  }

  private static int skip(String text) {
    if (!text.matches("0*[0-9]{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE) {
      throw new InvalidInput("skip must be a whole number from 0 to 2147483647.");
    }
    return Integer.parseInt(text);
  }

  /** Any number above 0 is taken: a limit above the page maximum is lowered to it. */
  private static int limit(String name, String text) {
    if (!text.matches("0*[1-9][0-9]*")) {
      throw new InvalidInput(name + " must be a whole number of 1 or more.");
    }
    return new BigInteger(text).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  private static <F extends Enum<F> & SortField<?>> List<Order<F>> order(String text, F[] fields) {
    Map<String, F> byTerm = new TreeMap<>();
    Stream.of(fields).forEach(field -> byTerm.put(field.term(), field));
    List<Order<F>> orders = new ArrayList<>();
    for (String key : text.split(",", -1)) {
      F field = byTerm.remove(key.startsWith("-") ? key.substring(1) : key);
      if (field == null) {
        throw new InvalidInput(
            "sort must list one or more of "
                + Stream.of(fields).map(SortField::term).sorted().collect(Collectors.joining(", "))
                + ", each once, with - in front to reverse.");
      }
      orders.add(new Order<>(field, key.startsWith("-")));
    }
    return List.copyOf(orders);
  }
}
