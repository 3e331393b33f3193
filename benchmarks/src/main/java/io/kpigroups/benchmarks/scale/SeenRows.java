package io.kpigroups.benchmarks.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement of the store with a condition more for each table that it reads, {@code
 * seen(column)}, which is asked of every row that is looked at and always true. It is written for
 * the store's own texts: keywords in capitals, names in small letters.
 */
final class SeenRows {
  /** Of each table a column that its indexes have, so that they still cover what they covered. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "kpi_groups", "id",
          "kpi_group_memberships", "kpi_id",
          "kpi_group_favorites", "group_id",
          "kpis", "id",
          "group_counts", "account_id",
          "favorite_counts", "user_id",
          "kpi_counts", "account_id");

  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*|'[^']*'|[()]|\\bWHERE\\b"
              + "|\\b(?:FROM|JOIN|UPDATE)\\s+(?<table>[a-z_]+)(?:\\s+(?<alias>[a-z]+))?\\b");

  private SeenRows() {}

  static String in(String sql) {
    Deque<List<String>> scopes = new ArrayDeque<>(List.of(new ArrayList<>()));
    StringBuilder text = new StringBuilder();
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      token.appendReplacement(text, "$0");
      if (token.group("table") != null && COLUMNS.containsKey(token.group("table"))) {
        scopes.element().add(column(token));
      }
      switch (token.group()) {
        case "(" -> scopes.push(new ArrayList<>());
        case ")" -> scopes.pop();
        case "WHERE" -> text.append(conditions(scopes.element()));
        default -> {}
      }
    }
    return token.appendTail(text).toString();
  }

  private static String column(Matcher read) {
    String table = read.group("table");
    String alias = read.group("alias");
    return (alias == null ? table : alias) + "." + COLUMNS.get(table);
  }

  private static String conditions(List<String> columns) {
    return columns.stream()
        .map(column -> " seen(" + column + ") AND")
        .collect(Collectors.joining());
  }
}
