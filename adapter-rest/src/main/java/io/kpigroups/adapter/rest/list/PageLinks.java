package io.kpigroups.adapter.rest.list;

import io.kpigroups.adapter.rest.http.QueryString;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Links from a page to others of the same list (RFC 8288). */
final class PageLinks {
  /** What says which part of the list is asked for: each link has its own. */
  private static final Set<String> PLACE = Set.of("skip", "limit", "take", "cursor");

  private final String path;
  private final String others;

  /** Links for whoever sent the request; they repeat all that says which list it is. */
  PageLinks(ApiRequest request) {
    path = request.path();
    others =
        request.query().stream()
            .filter(parameter -> !PLACE.contains(parameter.getKey()))
            .map(
                parameter ->
                    "&" + parameter.getKey() + "=" + QueryString.encode(parameter.getValue()))
            .collect(Collectors.joining());
  }

  /**
   * To the first page; to the previous one, where rows were skipped; and to the next, from the last
   * row on, so that nothing is missed or repeated whatever is written meanwhile.
   *
   * @param cursor leads on behind the last row; asked for only if there are more
   */
  String of(Page<?> page, Supplier<String> cursor) {
    PageRange range = page.range();
    List<String> links = new ArrayList<>();
    links.add(link("first", "", range.limit()));
    int end = (int) Math.min(range.skip(), page.total().orElse(Long.MAX_VALUE));
    if (end > 0) {
      int start = Math.max(0, end - range.limit());
      links.add(link("prev", "skip=" + start + "&", end - start));
    }
    if (page.hasNext() && !page.items().isEmpty()) {
      links.add(link("next", "cursor=" + cursor.get() + "&", range.limit()));
    }
    return String.join(", ", links);
  }

  private String link(String relation, String place, int limit) {
    return "<" + path + "?" + place + "limit=" + limit + others + ">; rel=\"" + relation + "\"";
  }
}
