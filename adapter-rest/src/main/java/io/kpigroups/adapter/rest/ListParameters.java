package io.kpigroups.adapter.rest;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The parameters that every list has, and the links that lead from page to page. */
final class ListParameters<F extends Enum<F>> {
  private static final String DIGITS = "[0-9]+";
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private final ApiRequest request;
  private final Input<Integer> skip;
  private final Input<Integer> limit;
  private final Input<List<Order<F>>> order;
  private final Input<String> sort;

  /**
   * Reads {@code skip}, {@code limit} or its alias {@code take}, and {@code sort}.
   *
   * @param fields what the list can be sorted by, by its name in the API
   */
  ListParameters(ApiRequest request, Map<String, F> fields) {
    this.request = request;
    skip = request.query("skip", ListParameters::skip, 0);
    Input<Integer> asLimit =
        request.query("limit", text -> limit("limit", text), Integer.MAX_VALUE);
    Input<Integer> asTake = request.query("take", text -> limit("take", text), Integer.MAX_VALUE);
    if (request.hasQuery("limit") && request.hasQuery("take")) {
      request.wrong("query", "take", "Send limit or take, not both: they mean the same.");
    }
    limit = request.hasQuery("take") ? asTake : asLimit;
    order = request.query("sort", text -> order(text, fields), List.of());
    sort = request.query("sort", text -> text, "");
  }

  PageRange range() {
    return new PageRange(skip.get(), limit.get());
  }

  List<Order<F>> order() {
    return order.get();
  }

  /**
   * Adds {@code Link} (RFC 8288) to the first, the previous and the next page, as far as there are.
   */
  <T> ResponseBuilder<T> link(ResponseBuilder<T> response, Page<?> page) {
    PageRange range = page.range();
    List<String> links = new ArrayList<>();
    links.add(link(0, range.limit(), "first"));
    int end = (int) Math.min(range.skip(), page.totalCount());
    if (end > 0) {
      int start = Math.max(0, end - range.limit());
      links.add(link(start, end - start, "prev"));
    }
    if (page.hasNext()) {
      links.add(link(range.skip() + range.limit(), range.limit(), "next"));
    }
    return response.header("Link", String.join(", ", links));
  }

  private String link(int newSkip, int newLimit, String relation) {
    String sorted = sort.get().isEmpty() ? "" : "&sort=" + sort.get();
    String target = request.path() + "?skip=" + newSkip + "&limit=" + newLimit + sorted;
    return "<" + target + ">; rel=\"" + relation + "\"";
  }

  private static int skip(String text) {
    BigInteger number = text.matches(DIGITS) ? new BigInteger(text) : BigInteger.ONE.negate();
    if (number.signum() < 0 || number.compareTo(MOST) > 0) {
      throw new InvalidInput("skip must be a whole number from 0 to 2147483647.");
    }
    return number.intValue();
  }

  /** A limit above the page maximum is lowered to it, so every number is right that is not 0. */
  private static int limit(String name, String text) {
    BigInteger number = text.matches(DIGITS) ? new BigInteger(text) : BigInteger.ZERO;
    if (number.signum() == 0) {
      throw new InvalidInput(name + " must be a whole number of 1 or more.");
    }
    return number.min(MOST).intValue();
  }

  private static <F extends Enum<F>> List<Order<F>> order(String text, Map<String, F> fields) {
    List<Order<F>> orders = new ArrayList<>();
    for (String key : text.split(",", -1)) {
      F field = fields.get(key.startsWith("-") ? key.substring(1) : key);
      if (field == null || orders.stream().anyMatch(order -> order.field() == field)) {
        throw new InvalidInput(
            "sort must list one or more of "
                + String.join(", ", fields.keySet().stream().sorted().toList())
                + ", each once, with - in front to reverse.");
      }
      orders.add(new Order<>(field, key.startsWith("-")));
    }
    return List.copyOf(orders);
  }
}
