package io.kpigroups.benchmarks.command;

import io.kpigroups.benchmarks.scale.ScaleBenchmarks;
import io.kpigroups.benchmarks.scale.ScaleReport;
import io.kpigroups.benchmarks.server.WorkFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What operations cost against how much is stored. */
@Command(
    name = "scale",
    description =
        "Measures operations on the embedded store against how many groups there are, in-process.")
public final class ScaleCommand implements Callable<Integer> {
  private static final int LEAST = 2000;
  private static final int MOST = 10_000_000;

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--sizes",
      split = ",",
      description = "How many groups, each from 2000 to 10000000. Default: 10000,100000,1000000.")
  private List<Integer> sizes = ScaleBenchmarks.SIZES;

  @Override
  public Integer call() throws Exception {
    Instant started = Instant.now();
    RunOptions.require(
        sizes.stream().allMatch(size -> size >= LEAST && size <= MOST),
        "--sizes must each be from 2000 to 10000000.");
    ScaleReport report;
    try (WorkFolder folder = WorkFolder.make(options.layout().work(), "scale-")) {
      report = new ScaleReport(ScaleBenchmarks.run(sizes, folder.path(), options::progress));
    }
    options.publish(
        "scale",
        "What grows with the data",
        Duration.between(started, Instant.now()),
        "\nThe use cases on the embedded store in-process, without HTTP, JSON and tokens: CPU time of"
            + " the thread that works (medians), rows that the statements look at, and steps of"
            + " SQLite's virtual machine.\n\n"
            + report.markdown());
    return 0;
  }
}
