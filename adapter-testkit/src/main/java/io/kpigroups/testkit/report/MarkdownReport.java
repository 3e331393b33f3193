package io.kpigroups.testkit.report;

import static io.kpigroups.testkit.report.ConformanceReport.filled;

/** A report for people: a summary, and a table for each area. */
final class MarkdownReport {
  private MarkdownReport() {}

  static String of(ConformanceReport report) {
    StringBuilder page = new StringBuilder();
    page.append(
        filled(
            """
        # Conformance of %s

        **%s**

        Test kit %s, Java %s, %s%s. All tries together took %s.
        """,
            report.store(),
            report.summary(),
            ConformanceReport.kit(),
            ConformanceReport.java(),
            report.when(),
            report.triedWith().isEmpty() ? "" : ", with " + cell(report.triedWith()),
            seconds(report.time().toMillis())));
    for (String area : report.areas()) {
      page.append(filled("\n## %s\n\n| | Promise | Tries | Time |\n|---|---|--:|--:|\n", area));
      report.in(area).forEach(promise -> page.append(row(promise, report.of(promise))));
    }
    return page.append("\n✓ held, ✗ not held, – not offered, · not tried\n").toString();
  }

  private static String row(Promise promise, Finding found) {
    String reason = found.reason().isEmpty() ? "" : ": " + cell(found.reason());
    return filled(
        "| %s | %s%s | %d |%s |\n",
        found.outcome().sign(),
        promise.sentence(),
        reason,
        found.tries(),
        found.tries() == 0 ? "" : " " + seconds(found.time().toMillis()));
  }

  private static String seconds(long millis) {
    return filled("%d.%03d s", millis / 1000, millis % 1000);
  }

  /** Text that stays within its cell. */
  static String cell(String text) {
    return text.strip()
        .replaceAll("\\s+", " ")
        .replaceAll("[\\x{D800}-\\x{DFFF}]", "?")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;");
  }
}
