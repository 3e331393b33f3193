package io.kpigroups.benchmarks.command;

import io.kpigroups.benchmarks.compare.Comparison;
import io.kpigroups.benchmarks.compare.Plan;
import io.kpigroups.benchmarks.compare.Results;
import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.report.Agreement;
import io.kpigroups.benchmarks.report.ComparisonReport;
import io.kpigroups.benchmarks.server.Contenders;
import io.kpigroups.benchmarks.server.Layout;
import io.kpigroups.benchmarks.server.Store;
import io.kpigroups.benchmarks.server.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The service beside its rivals. */
@Command(
    name = "compare",
    description = "Measures the builds of the service beside its rivals, in turns.")
public final class CompareCommand implements Callable<Integer> {
  private static final String MONGODB = "KPIGROUPS_TEST_MONGODB";

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--contenders",
      split = ",",
      description =
          "Who takes part: jdk17, jdk25, aot, native, and the folders of benchmarks/rivals."
              + " Default: all that can be had.")
  private List<String> contenders = List.of();

  @Option(
      names = "--operations",
      split = ",",
      description = "What is measured, such as get,list,create. Default: everything.")
  private List<String> operations = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "30",
      description =
          "How often each has its turn, from 1 to 100. What takes long, starts and latencies, is"
              + " measured five times at most. Default: ${DEFAULT-VALUE}.")
  private int rounds = 30;

  @Option(
      names = "--warm-up",
      description =
          "Seconds that reads are sent to each before, from 0 to 600; changes come on top."
              + " Default: 5 for each operation, and 20 at least.")
  private @Nullable Integer warmUp;

  @Option(
      names = "--native",
      defaultValue = "",
      description = "The native executable. Default: the one in bootstrap/target, if it is there.")
  private String nativeExecutable = "";

  @Option(
      names = "--mongodb",
      description =
          "Keeps the data on the MongoDB server that " + MONGODB + " names, which must persist.")
  private boolean mongodb;

  @Override
  public Integer call() throws Exception {
    RunOptions.require(rounds >= 1 && rounds <= 100, "--rounds must be from 1 to 100.");
    List<Operation> chosen = chosen();
    int seconds = warmUp == null ? Math.max(20, 5 * chosen.size()) : warmUp;
    RunOptions.require(seconds >= 0 && seconds <= 600, "--warm-up must be from 0 to 600.");
    Optional<String> server =
        mongodb
            ? Optional.ofNullable(System.getenv(MONGODB)).filter(given -> !given.isBlank())
            : Optional.empty();
    RunOptions.require(
        !mongodb || server.isPresent(),
        MONGODB + " names no server: set it, or leave --mongodb out.");
    Layout layout = options.layout();
    Plan plan =
        new Plan(
            chosen,
            rounds,
            Duration.ofSeconds(seconds),
            Duration.ofMillis(150),
            Duration.ofMillis(800),
            server);
    Contenders found =
        Contenders.find(
            layout,
            contenders,
            nativeExecutable,
            mongodb ? Store.MONGODB : Store.SQLITE,
            options::progress);
    try (WorkFolder work = WorkFolder.make(layout.work(), "compare-")) {
      Instant begun = Instant.now();
      Results results = new Comparison(plan, options::progress).run(found, work.path());
      Path ratios = layout.work().resolve("ratios-" + begun.getEpochSecond() + ".json");
      Agreement.write(results, ratios);
      options.publish(
          mongodb ? "compare --mongodb" : "compare",
          mongodb ? "Beside its rivals, on MongoDB" : "Beside its rivals",
          Duration.between(begun, Instant.now()),
          ComparisonReport.of(results));
      options.progress("The ratios of this run are in " + ratios + ".");
      return results.leftOut().stream().anyMatch(left -> contenders.contains(left.what())) ? 1 : 0;
    }
  }

  private List<Operation> chosen() {
    return operations.isEmpty()
        ? List.of(Operation.values())
        : operations.stream().map(Operation::of).distinct().sorted().toList();
  }
}
