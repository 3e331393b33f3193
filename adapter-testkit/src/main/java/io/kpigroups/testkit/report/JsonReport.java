package io.kpigroups.testkit.report;

import static io.kpigroups.testkit.report.ConformanceReport.filled;

import java.util.stream.Collectors;

/**
 * A report for programs: one object, its members always in this order.
 *
 * <pre>{@code
 * {
 *   "store": "sqlite",        the name of the store
 *   "triedWith": "",          the server it was tried with, if there is a choice
 *   "kit": "0.1.0",           the version of the contract
 *   "java": "17.0.17",        what ran it
 *   "when": "2026-11-24T08:00:00Z",
 *   "promises": 309,          how many the contract has; the next four add up to it
 *   "held": 309,
 *   "notHeld": 0,
 *   "notOffered": 0,
 *   "notTried": 0,            more than 0 if only a part was run
 *   "millis": 14200,          what all tries took, one after the other
 *   "areas": [                by name
 *     {
 *       "area": "Groups",
 *       "promises": [         by contract and test
 *         {
 *           "contract": "GroupStoreContract",
 *           "test": "aGroupThatWasNeverMadeIsAbsent",
 *           "promise": "a group that was never made is absent",
 *           "outcome": "held", or "not held", "not offered", "not tried"
 *           "reason": "",     why it is not held or not offered
 *           "tries": 1,       how many times it was tried, with other values or just again
 *           "millis": 12
 *         }
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 */
final class JsonReport {
  private JsonReport() {}

  static String of(ConformanceReport report) {
    return filled(
        """
        {
          "store": %s,
          "triedWith": %s,
          "kit": %s,
          "java": %s,
          "when": %s,
          "promises": %d,
          "held": %d,
          "notHeld": %d,
          "notOffered": %d,
          "notTried": %d,
          "millis": %d,
          "areas": [
        %s
          ]
        }
        """,
        text(report.store()),
        text(report.triedWith()),
        text(ConformanceReport.kit()),
        text(ConformanceReport.java()),
        text(report.when().toString()),
        report.promises().size(),
        report.count(Outcome.HELD),
        report.count(Outcome.NOT_HELD),
        report.count(Outcome.NOT_OFFERED),
        report.count(Outcome.NOT_TRIED),
        report.time().toMillis(),
        report.areas().stream().map(area -> area(report, area)).collect(Collectors.joining(",\n")));
  }

  private static String area(ConformanceReport report, String area) {
    return filled(
        "    {\"area\": %s, \"promises\": [\n%s\n    ]}",
        text(area),
        report.in(area).stream()
            .map(promise -> promise(promise, report.of(promise)))
            .collect(Collectors.joining(",\n")));
  }

  private static String promise(Promise promise, Finding found) {
    return filled(
        """
                {"contract": %s, "test": %s, "promise": %s, \
          "outcome": %s, "reason": %s, "tries": %d, "millis": %d}""",
        text(promise.contract()),
        text(promise.method().getName()),
        text(promise.sentence()),
        text(found.outcome().words()),
        text(found.reason()),
        found.tries(),
        found.time().toMillis());
  }

  /** A string of JSON, in ASCII: so nothing can spoil it, not even half of a character. */
  static String text(String value) {
    StringBuilder json = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
              } else if (c < ' ' || c > '~') {
                json.append(filled("\\u%04x", c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
