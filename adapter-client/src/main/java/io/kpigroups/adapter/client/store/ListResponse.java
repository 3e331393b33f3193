package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a list, as upstream answered it.
 *
 * @param total how many rows the whole list has by what upstream says, at least those here
 * @param hasNext whether there are rows behind these, as a service like this one says
 */
record ListResponse<T>(List<T> items, long total, boolean hasNext) {
  /** How an older service like this one says that it does not know a parameter. */
  private static final String OLDER = "There is no parameter ";

  /** How strangers say it, or that a request with so long a filter is too long for them. */
  private static final Set<Integer> REFUSALS = Set.of(400, 414, 422, 431);

  /** With a path and a query. */
  private static final Pattern FIRST = Pattern.compile("<(/[^<>?]*+)\\?([^<>]*+)>; rel=\"first\"");

  private static final Pattern NEXT = Pattern.compile("</[^<>]*+>; rel=\"next\"");

  /**
   * Reads a list.
   *
   * @throws UpstreamFailure if it is no list, or has rows that cannot be read
   */
  static <T> ListResponse<T> read(UpstreamResponse response, Function<JsonNode, T> readRow) {
    JsonNode json = response.json();
    if (!json.path("items").isArray()) {
      throw ExceptionTranslator.unusable("There is no list \"items\".");
    }
    List<T> rows = rows(json.path("items"), readRow);
    return new ListResponse<>(
        rows,
        Math.max(rows.size(), total(json.path("totalCount"))),
        response.header("Link").filter(link -> NEXT.matcher(link).find()).isPresent());
  }

  /**
   * Whether a service like this one answers with a list, whose paging is known: it links from every
   * page to the first, by a path and with a limit.
   *
   * @param path the last part of the path of the list
   */
  static boolean isOurs(UpstreamResponse response, String path) {
    return response.status() < 300
        && response
            .header("Link")
            .map(FIRST::matcher)
            .filter(Matcher::find)
            .filter(link -> link.group(1).endsWith(path))
            .filter(link -> ("&" + link.group(2)).contains("&limit="))
            .isPresent();
  }

  /**
   * Checks that a service like this one answers with a list.
   *
   * @throws Unsupported if upstream is another one, or an older one that does not know a parameter
   */
  static void requireOurs(UpstreamResponse response, String path) {
    if (isOlder(response) || !isOurs(response.orUnsupported(), path)) {
      throw ExceptionTranslator.unsupported();
    }
  }

  /** Whether upstream refuses the query parameters as those do that know none, or not these. */
  static boolean refusesParameters(UpstreamResponse response) {
    return isOlder(response)
        || (REFUSALS.contains(response.status()) && response.sentence().isEmpty());
  }

  /** Whether an older service like this one says that it does not know a query parameter. */
  static boolean isOlder(UpstreamResponse response) {
    return response.status() == 400 && response.sentence().contains(OLDER);
  }

  /** All rows; the failure names each one that cannot be read, so that it can be repaired. */
  private static <T> List<T> rows(JsonNode items, Function<JsonNode, T> readRow) {
    List<T> rows = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        rows.add(readRow.apply(items.get(i)));
      } catch (UpstreamFailure e) {
        unreadable.add(name(i, items.get(i)) + Objects.requireNonNull(e.getCause()).getMessage());
      }
    }
    if (!unreadable.isEmpty()) {
      throw ExceptionTranslator.unusable(
          "Rows that cannot be read: " + String.join("; ", unreadable));
    }
    return rows;
  }

  /** The number and the id of a row, without characters that could break or forge a log line. */
  private static String name(int index, JsonNode row) {
    String id =
        row.path(row.has("kpiId") ? "kpiId" : "id")
            .asText("")
            .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    return "no. " + (index + 1) + ", id \"" + id.replaceFirst("(?<=.{100}).+", "...") + "\": ";
  }

  /** Without a total the list is assumed to be whole. */
  private static long total(JsonNode total) {
    return total.isMissingNode() ? 0 : JsonReader.count(total, "totalCount");
  }
}
