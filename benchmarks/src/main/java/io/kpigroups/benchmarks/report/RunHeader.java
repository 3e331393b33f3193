package io.kpigroups.benchmarks.report;

import io.kpigroups.benchmarks.server.Jdk;
import io.kpigroups.benchmarks.server.Layout;
import io.kpigroups.benchmarks.server.Machine;
import io.kpigroups.benchmarks.server.Tools;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What has to be known of a run: machine, versions, command, date. */
public final class RunHeader {
  private RunHeader() {}

  /**
   * The lines above the tables of a run.
   *
   * @param command the arguments that the program was called with
   * @param took how long it ran
   */
  public static String of(Layout layout, List<String> command, Duration took) {
    return """
        - Date: %s; it took %s minutes
        - Command: `benchmarks/run %s`
        - Commit: %s
        - Machine: %s
        - Versions: %s
        """
        .formatted(
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
            Figures.of(took.toSeconds() / 60.0),
            String.join(" ", command),
            commit(layout),
            Machine.describe(layout.benchmarks()),
            versions(layout));
  }

  private static String commit(Layout layout) {
    try {
      boolean changed =
          !Tools.run(
                  layout.root(),
                  List.of(
                      "git",
                      "status",
                      "--porcelain",
                      "--",
                      ":!benchmarks/RESULTS.md",
                      ":!benchmarks/flames"))
              .isBlank();
      return Tools.run(layout.root(), List.of("git", "rev-parse", "--short", "HEAD")).strip()
          + (changed ? ", with changes" : "");
    } catch (IOException e) {
      return "unknown (no git here)";
    }
  }

  private static String versions(Layout layout) {
    List<String> versions = new ArrayList<>();
    versions.add(
        Jdk.all().stream().map(jdk -> "JDK " + jdk.version()).collect(Collectors.joining(", ")));
    for (List<String> tool : List.of(List.of("go", "version"), List.of("node", "--version"))) {
      if (Tools.find(tool.get(0)).isPresent()) {
        try {
          versions.add(
              (tool.get(0).equals("node") ? "Node.js " : "")
                  + Tools.run(layout.root(), tool).strip().replaceFirst("^go version ", ""));
        } catch (IOException e) {
          versions.add(tool.get(0) + " of an unknown version");
        }
      }
    }
    return String.join("; ", versions);
  }
}
