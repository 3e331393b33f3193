package io.kpigroups.benchmarks.profile;

import io.kpigroups.benchmarks.server.Contender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the graph of a recording, and says what it shows. */
final class ProfileReport {
  private static final int TOP = 15;

  /** Of the samples, from which on an executable counts as one without symbols. */
  private static final double WITHOUT_SYMBOLS = 0.2;

  private static final String SYMBOLS =
      "-Dquarkus.native.additional-build-args-append="
          + "-H:+UnlockExperimentalVMOptions,-H:-DeleteLocalSymbols,-H:+PreserveFramePointer,"
          // All code in one piece: async-profiler gives names to the first one only.
          + "-H:NativeLinkerOption=-zmax-page-size=65536";

  private final Profiling profiling;
  private final Recording recording;
  private final ProfileSummary summary;
  private final StringBuilder text = new StringBuilder();

  ProfileReport(Profiling profiling, Recording recording) {
    this.profiling = profiling;
    this.recording = recording;
    this.summary = new ProfileSummary(recording.samples());
  }

  /**
   * Writes the graph.
   *
   * @return what it shows
   * @throws IOException if nothing was recorded, or the file cannot be written
   */
  String write(Path graph) throws IOException {
    if (summary.total() == 0) {
      throw new IOException("Nothing was recorded.");
    }
    Contender contender = profiling.contender();
    Event event = profiling.event();
    String title =
        "%s: %s, %s".formatted(event.title(), contender.title(), profiling.operation().title());
    double cut = FlameGraphPage.write(recording.samples(), title, graph);
    line("%s", title);
    if (event == Event.ALLOC) {
      line(
          "%,d bytes for each of %,d requests, as far as samples tell",
          summary.total() / Math.max(1, recording.requests()), recording.requests());
    } else {
      line("%,d samples, %,d requests", summary.total(), recording.requests());
    }
    line("Frames below %s %% are not in the graph.", cut);
    if (contender.jvm()) {
      line("%nParts:");
      summary.parts().forEach((part, share) -> share(part.title(), share));
    }
    if (event == Event.ALLOC) {
      line("%nWhat is allocated:");
      top(0);
      line("%nWhere it is allocated:");
      top(1);
    } else {
      line("%nWhere time is spent itself:");
      top(0);
    }
    if (isWithoutSymbols()) {
      line(
          "%nThe executable has no symbols, so its methods have no names here. Build it with%n  %s",
          SYMBOLS);
    }
    return text.toString();
  }

  private void top(int depth) {
    summary.top(TOP, depth).forEach(top -> share(top.frame(), top.share()));
  }

  private void share(String what, double share) {
    line("  %5.1f %%  %s", 100 * share, what);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format + "%n", values));
  }

  /** Whether samples end in the executable itself, which is named where there is no method. */
  private boolean isWithoutSymbols() {
    Contender contender = profiling.contender();
    String executable = Path.of(contender.command().get(0)).getFileName().toString();
    return !contender.jvm()
        && summary.top(TOP, 0).stream()
            .anyMatch(top -> top.frame().equals(executable) && top.share() > WITHOUT_SYMBOLS);
  }
}
