package io.kpigroups.benchmarks.command;

import io.kpigroups.benchmarks.jmh.MicroBenchmarks;
import io.kpigroups.benchmarks.report.Figures;
import io.kpigroups.benchmarks.report.Table;
import io.kpigroups.benchmarks.server.Jdk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is ours and hot, by JMH. */
@Command(
    name = "micro",
    description = "Measures filters, JSON, tokens, cursors and name keys by JMH.")
public final class MicroCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() throws Exception {
    Instant started = Instant.now();
    Jdk jdk = Jdk.forRivals(Jdk.all());
    options.progress("Running the micro-benchmarks on JDK " + jdk.version() + ".");
    Table table = new Table(List.of("", "with", "ns", "± ns", "bytes"));
    for (MicroBenchmarks.Cost cost : MicroBenchmarks.run(jdk.java(), quiet(jdk))) {
      table.row(
          List.of(
              cost.benchmark(),
              cost.params(),
              Figures.of(cost.nanosPerOp()),
              Figures.of(cost.error()),
              Figures.of(cost.bytesPerOp())));
    }
    options.publish(
        "micro",
        "What is ours and hot",
        Duration.between(started, Instant.now()),
        "\nTime and allocation of one call on JDK "
            + jdk.version()
            + "; ± is half of the 99.9 % confidence interval within that one JVM. What each measures, and why it is hot,"
            + " stands in `benchmarks/src/main/java/.../jmh`.\n\n"
            + table);
    return 0;
  }

  /** From JDK 24 on JMH itself is warned of in each of its machines. */
  private static String[] quiet(Jdk jdk) {
    return jdk.feature() < 24
        ? new String[0]
        : new String[] {"--sun-misc-unsafe-memory-access=allow"};
  }
}
