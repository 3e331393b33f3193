package io.kpigroups.adapter.sqlite.store;

import io.kpigroups.adapter.sqlite.connection.SqlFile;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of {@code statements.sql}. */
final class Statements {
  static final Map<String, String> TEXTS =
      Pattern.compile("-- name: ")
          .splitAsStream(SqlFile.read(Statements.class, "statements.sql"))
          .map(part -> part.split("\n", 2))
          .collect(Collectors.toMap(lines -> lines[0], lines -> lines[1]));

  private Statements() {}

  /** The text below this name. */
  static String named(String name) {
    return Objects.requireNonNull(TEXTS.get(name), name);
  }
}
