package io.kpigroups.adapter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.KpiGroupException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as upstream answered it.
 *
 * @param items its rows
 * @param total how many rows upstream says that there are in all, at least those
 * @param isOfOurKind whether it comes from a service like this one, which pages as we do
 */
record Rows<T>(List<T> items, long total, boolean isOfOurKind) {
  private static final int MAX_ID = 100;

  /**
   * Reads a list.
   *
   * @param path the last part of the list's path, as a service like this one links to it
   * @throws UpstreamFailure if it is none, or has rows that cannot be read
   */
  static <T> Rows<T> read(Answer answer, String path, Function<JsonNode, T> row) {
    if (!answer.isSuccess()) {
      throw Refusals.of(answer, Rows::noList);
    }
    JsonNode json = answer.content();
    JsonNode items = json.path("items");
    if (!items.isArray()) {
      throw Failures.unusable("There is no list \"items\".");
    }
    List<T> rows = rows(items, row);
    long total = Math.max(rows.size(), total(json.path("totalCount")));
    return new Rows<>(rows, total, answer.link().filter(link -> isOurs(link, path)).isPresent());
  }

  /** All rows; the failure names every one that cannot be read, for the log. */
  private static <T> List<T> rows(JsonNode items, Function<JsonNode, T> row) {
    List<T> rows = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        rows.add(row.apply(items.get(i)));
      } catch (UpstreamFailure e) {
        unreadable.add(name(i, items.get(i)) + reason(e));
      }
    }
    if (!unreadable.isEmpty()) {
      throw Failures.unusable("Rows that cannot be read: " + String.join("; ", unreadable));
    }
    return rows;
  }

  /** Without what would break or forge a line of the log. */
  private static String name(int index, JsonNode item) {
    String id = item.path("id").asText("").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    String shown = id.length() > MAX_ID ? id.substring(0, MAX_ID) + "..." : id;
    return "no. " + (index + 1) + ", id \"" + shown + "\": ";
  }

  private static String reason(UpstreamFailure e) {
    @Nullable Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  /** A service like this one links from every page to the first, by a path and its own limit. */
  private static boolean isOurs(String link, String path) {
    String first = "</[^<>?]*" + Pattern.quote(path) + "\\?[^<>]*\\blimit=[^<>]*>; rel=\"first\"";
    return Pattern.compile(first).matcher(link).find();
  }

  /** A list without a total is taken for whole; a total that is none is a failure. */
  private static long total(JsonNode total) {
    if (total.isMissingNode()) {
      return 0;
    }
    if (!total.isIntegralNumber() || !total.canConvertToLong() || total.longValue() < 0) {
      throw Failures.unusable("\"totalCount\" is no count.");
    }
    return total.longValue();
  }

  private static KpiGroupException noList(String slug) {
    return Failures.unusable("There is no list at all.");
  }
}
