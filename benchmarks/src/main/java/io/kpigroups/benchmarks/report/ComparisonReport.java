package io.kpigroups.benchmarks.report;

import io.kpigroups.benchmarks.compare.Latencies;
import io.kpigroups.benchmarks.compare.Results;
import io.kpigroups.benchmarks.compare.Sample;
import io.kpigroups.benchmarks.load.LoadGenerator;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.LeftOut;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A comparison as Markdown. */
public final class ComparisonReport {
  private final Results results;
  private final OperationTables tables;
  private final StringBuilder text = new StringBuilder();

  private ComparisonReport(Results results) {
    this.results = results;
    this.tables = new OperationTables(results);
  }

  /** All tables of a comparison. */
  public static String of(Results results) {
    ComparisonReport report = new ComparisonReport(results);
    report.leftOut();
    report.database();
    report.marks();
    report.cpu();
    report.ratios(
        "CPU time of %s, as a multiple of its rivals'",
        "Below 1 this service is cheaper.", Sample::cpuMicros);
    report.throughput();
    report.ratios(
        "Throughput of %s, as a multiple of its rivals'",
        "Above 1 this service answers more.", Sample::throughput);
    report.latency();
    report.memoryAndStart();
    report.shares();
    report.less();
    report.heading("How quiet the machine was", "");
    report.text.append(NoiseReport.of(results));
    return report.text.toString();
  }

  private void leftOut() {
    if (!results.leftOut().isEmpty()) {
      heading("Left out", "");
      for (LeftOut leftOut : results.leftOut()) {
        text.append("- ").append(leftOut.what()).append(": ").append(leftOut.why()).append('\n');
      }
    }
  }

  private void database() {
    if (results.plan().mongodb().isPresent()) {
      text.append("\nWhat the database itself uses is in no figure.\n");
    }
  }

  private void marks() {
    if (!results.failed().isEmpty()) {
      text.append("\n(!): with answers that were not as they should be; they are at the end.\n");
    }
  }

  private void cpu() {
    heading(
        "CPU time of the server for a request, in microseconds",
        "At full speed over "
            + LoadGenerator.CONNECTIONS
            + " connections; means of "
            + results.plan().rounds()
            + " rounds without their outer fifths.");
    text.append(tables.of(tables.mean(Sample::cpuMicros)));
  }

  private void ratios(String title, String meaning, ToDoubleFunction<Sample> value) {
    List<Contender> rivals =
        results.contenders().stream().filter(contender -> !contender.ours()).toList();
    for (Contender ours : results.contenders()) {
      if (ours.ours() && !rivals.isEmpty()) {
        heading(
            title.formatted(ours.title()),
            "Ratios of the same round: the mean without the outer fifths, and from the least to the"
                + " most of those that are in it. "
                + meaning);
        text.append(
            tables.of(
                rivals,
                (operation, rival) ->
                    Figures.of(results.ratio(ours.name(), rival.name(), operation, value))
                        + tables.mark(ours, operation)));
      }
    }
  }

  private void throughput() {
    heading(
        "Answers per second at full speed",
        "The load generator runs beside the server, on the same processors; means as above.");
    text.append(tables.of(tables.mean(Sample::throughput)));
  }

  private void latency() {
    heading(
        "Latency at a fixed rate, in milliseconds: p50 / p99 / p99.9",
        "From the moment that a request was due, whether those before were answered or not. p50 is"
            + " the median of "
            + results.plan().longRounds()
            + " slices, the others are of all slices together; where these are fewer than 5,000"
            + " requests, the last figure is the slowest of them.");
    text.append(
        tables.of(
            results.contenders(),
            (operation, contender) -> latency(results.latencies(contender.name(), operation)),
            operation -> operation.title() + ", " + operation.rate() + "/s"));
  }

  private static String latency(Latencies latencies) {
    return Figures.of(latencies.p50() / 1000)
        + " / "
        + Figures.of(latencies.p99() / 1000)
        + " / "
        + Figures.of(latencies.last() / 1000);
  }

  private void memoryAndStart() {
    heading(
        "Memory and start",
        "Resident memory in megabytes: at rest (one request answered, three seconds ago) and behind"
            + " a round of everything (median). The start in milliseconds, on an empty data folder,"
            + " to the first list that a valid token got: the median, and from the least to the"
            + " most.");
    text.append(MemoryTable.of(results));
  }

  private void shares() {
    List<Contender> jvms = results.contenders().stream().filter(Contender::jvm).toList();
    if (jvms.isEmpty()) {
      return;
    }
    heading(
        "Of that CPU time: compilers and garbage collector of the JVM",
        "Compilers / collector, of all rounds. What the compilers take ends when a service has run for"
            + " long; the collector's stays.");
    text.append(
        tables.of(
            jvms,
            (operation, contender) ->
                Figures.percent(tables.shareOf(contender, operation, Sample::compilerShare))
                    + " / "
                    + Figures.percent(
                        tables.shareOf(contender, operation, Sample::collectorShare))));
  }

  private void less() {
    heading("What the rivals do less", "");
    for (Contender contender : results.contenders()) {
      if (!contender.ours()) {
        text.append("- **")
            .append(contender.title())
            .append("** (")
            .append(contender.made())
            .append("). ")
            .append(contender.less())
            .append('\n');
      }
    }
  }

  private void heading(String title, String explanation) {
    text.append("\n### ").append(title).append("\n\n");
    if (!explanation.isEmpty()) {
      text.append(explanation).append("\n\n");
    }
  }
}
