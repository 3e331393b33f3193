package io.kpigroups.benchmarks;

import io.kpigroups.benchmarks.command.AgreeCommand;
import io.kpigroups.benchmarks.command.CompareCommand;
import io.kpigroups.benchmarks.command.MicroCommand;
import io.kpigroups.benchmarks.command.ProfileCommand;
import io.kpigroups.benchmarks.command.ScaleCommand;
import io.kpigroups.benchmarks.server.Children;
import io.kpigroups.benchmarks.server.Machine;
import io.kpigroups.benchmarks.server.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The benchmarks: benchmarks/README.md. */
@Command(
    name = "benchmarks/run",
    description =
        "Measures the KPI Groups service beside what its users would take instead."
            + " Without a command: compare, micro and scale, one after the other.",
    subcommands = {
      CompareCommand.class,
      MicroCommand.class,
      ScaleCommand.class,
      ProfileCommand.class,
      AgreeCommand.class
    })
public final class Main implements Callable<Integer> {
  private static final List<String> EVERYTHING = List.of("compare", "micro", "scale");

  private final PrintWriter out;
  private final PrintWriter err;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Prints this.")
  private boolean help;

  @Option(
      names = "--no-page",
      scope = ScopeType.INHERIT,
      description = "Prints the results only, and leaves benchmarks/RESULTS.md as it is.")
  private boolean noPage;

  private Main(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Runs everything: what fails does not keep the others from running. */
  @Override
  public Integer call() {
    int worst = 0;
    for (String command : EVERYTHING) {
      List<String> arguments = new ArrayList<>(List.of(command));
      if (noPage) {
        arguments.add("--no-page");
      }
      worst = Math.max(worst, run(arguments, out, err));
    }
    return worst;
  }

  /** Runs a command, and ends with its status. */
  public static void main(String[] arguments) {
    // Before anything logs: the service's classes, which are measured, expect this manager.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    // Nothing that was started outlives this program, also where it is ended in the middle.
    Runtime.getRuntime().addShutdownHook(new Thread(Children::end));
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    System.exit(run(List.of(arguments), out, err));
  }

  /**
   * Runs a command.
   *
   * @return 0; 1 where a contender that was named could not be measured; 2 where nothing could be
   *     done: then a sentence says why
   */
  static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
    try {
      Machine.check();
    } catch (Refused e) {
      err.println(e.getMessage());
      return 2;
    }
    return new CommandLine(new Main(out, err))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Main::explain)
        .execute(arguments.toArray(String[]::new));
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof Refused || failure instanceof IOException) {
      command.getErr().println(failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return 2;
  }
}
