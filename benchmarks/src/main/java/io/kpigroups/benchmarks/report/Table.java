package io.kpigroups.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
public final class Table {
  private final List<String> lines = new ArrayList<>();

  /** A table with these headings; the first column is set left, the others right. */
  public Table(List<String> headings) {
    row(headings);
    List<String> rule = new ArrayList<>(Collections.nCopies(headings.size(), "---:"));
    rule.set(0, "---");
    row(rule);
  }

  /** Adds a row. */
  public Table row(List<String> cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
