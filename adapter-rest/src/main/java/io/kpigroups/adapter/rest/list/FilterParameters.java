package io.kpigroups.adapter.rest.list;

import io.kpigroups.adapter.rest.http.QueryString;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.filter.FilterWriter;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the parameters that say what the rows of a list have. */
public final class FilterParameters {
  private static final String Q = "q must be a text that a name can contain. ";
  private static final String FILTER =
      "filter must be an expression such as {\"name\":\"Sales\"}. ";

  /**
   * Most characters of a filter and a search, percent-encoded. Links repeat them, and whoever reads
   * them must be able to: three of them fit into the 64 KiB that Python takes in a line, and each
   * of them, with all that a link has besides, into the request line that we take. The filter
   * counts as it was sent and as {@link FilterWriter} has it, which a facade sends on.
   */
  private static final int MAX_FILTER = 20_000;

  /** The same for a search: more than the longest name has, however its accents are written. */
  private static final int MAX_SEARCH = 7_000;

  private FilterParameters() {}

  /** Reads {@code q}; {@code absent} if it is not there. */
  public static <T> Supplier<T> search(ApiRequest request, Function<SearchText, T> use, T absent) {
    return request.query(
        "q",
        expecting(
            Q,
            text -> {
              checkLength(text, MAX_SEARCH, "");
              return use.apply(SearchText.of(text));
            }),
        absent);
  }

  /** Reads {@code q}, {@code favorite} and {@code filter}: a group must match all that is there. */
  public static Supplier<GroupFilter> ofGroups(ApiRequest request) {
    Supplier<GroupFilter> search = search(request, GroupFilter.NameContains::new, GroupFilter.ALL);
    Supplier<GroupFilter> favorite =
        request.flag("favorite", GroupFilter.Favorite::new, GroupFilter.ALL);
    int left = MAX_FILTER - length(request, "q");
    Supplier<GroupFilter> filter =
        request.query("filter", expecting(FILTER, text -> filter(text, left)), GroupFilter.ALL);
    return () -> GroupFilter.and(List.of(search.get(), favorite.get(), filter.get()));
  }

  /** What is wrong, behind the sentence that says what is expected. */
  private static <T> Function<String, T> expecting(String sentence, Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (InvalidInput e) {
        throw new InvalidInput(sentence + e.getMessage());
      }
    };
  }

  private static GroupFilter filter(String text, int longest) {
    checkLength(text, longest, "");
    GroupFilter filter = FilterParser.parse(text);
    checkLength(FilterWriter.write(filter), longest, " and written in full");
    return filter;
  }

  private static void checkLength(String text, int longest, String how) {
    int length = length(text);
    if (length > longest) {
      throw new InvalidInput(
          "Percent-encoded"
              + how
              + " it may have at most "
              + longest
              + " characters, and has "
              + length
              + ".");
    }
  }

  private static int length(ApiRequest request, String name) {
    return request.query().stream()
        .filter(parameter -> parameter.getKey().equals(name))
        .mapToInt(parameter -> length(parameter.getValue()))
        .sum();
  }

  private static int length(String text) {
    return QueryString.encode(text).length();
  }
}
