package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A part of a list, as upstream answered it.
 *
 * @param total how many rows the whole list has by what upstream says, at least those here
 * @param trusted whether upstream is a service like this one, whose paging is known
 */
record ListResponse<T>(List<T> items, long total, boolean trusted) {
  /** How an older service like this one says that it does not know a parameter. */
  private static final String OLDER = "There is no parameter ";

  /**
   * Reads a list.
   *
   * @param path the last part of the path of the list, as a service like this one links to it
   * @throws UpstreamFailure if it is no list, or has rows that cannot be read
   */
  static <T> ListResponse<T> read(
      UpstreamResponse response, String path, Function<JsonNode, T> readRow) {
    JsonNode json = response.orThrow().json();
    if (!json.path("items").isArray()) {
      throw ExceptionTranslator.unusable("There is no list \"items\".");
    }
    List<T> rows = rows(json.path("items"), readRow);
    return new ListResponse<>(
        rows, Math.max(rows.size(), total(json.path("totalCount"))), isOurs(response, path));
  }

  /**
   * Reads a list that only a service like this one has, or picks rows for. Of any other not a row
   * is looked at.
   *
   * @throws Unsupported if upstream is another one
   */
  static <T> ListResponse<T> readOurs(
      UpstreamResponse response, String path, Function<JsonNode, T> readRow) {
    requireOurs(response, path);
    return read(response, path, readRow);
  }

  /**
   * Checks that a service like this one answers with a list.
   *
   * @throws Unsupported if upstream is another one
   */
  static void requireOurs(UpstreamResponse response, String path) {
    try {
      if (!isOurs(response.orUnsupported(), path)) {
        throw ExceptionTranslator.unsupported();
      }
    } catch (InvalidInput e) {
      throw e.getMessage().startsWith(OLDER) ? ExceptionTranslator.unsupported() : e;
    }
  }

  private static boolean isOurs(UpstreamResponse response, String path) {
    return response.header("Link").filter(link -> isOurs(link, path)).isPresent();
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

  /** A service like this one links from every page to the first, by a path and with a limit. */
  private static boolean isOurs(String link, String path) {
    String first = "</[^<>?]*" + Pattern.quote(path) + "\\?[^<>]*\\blimit=[^<>]*>; rel=\"first\"";
    return Pattern.compile(first).matcher(link).find();
  }

  /** Without a total the list is assumed to be whole. */
  private static long total(JsonNode total) {
    return total.isMissingNode() ? 0 : JsonReader.count(total, "totalCount");
  }
}
