package io.kpigroups.benchmarks.command;

import io.kpigroups.benchmarks.report.ResultsPage;
import io.kpigroups.benchmarks.report.RunHeader;
import io.kpigroups.benchmarks.server.Layout;
import io.kpigroups.benchmarks.server.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands have in common. */
@Command
final class RunOptions {
  /** An option of the program, which every command has. */
  static final String NO_PAGE = "--no-page";

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private final Layout layout = Layout.ofThisProgram();

  Layout layout() {
    return layout;
  }

  /** Says what is done now, on standard error. */
  void progress(String sentence) {
    PrintWriter err = commandLine().getErr();
    err.println(LocalTime.now().format(CLOCK) + " " + sentence);
    err.flush();
  }

  /** Prints something that was asked for. */
  void print(String text) {
    PrintWriter out = commandLine().getOut();
    out.println(text);
    out.flush();
  }

  /** Prints results, and writes them into their part of the page. */
  void publish(String part, String title, Duration took, String text) throws IOException {
    CommandSpec program = commandLine().getCommandSpec().root();
    String results =
        RunHeader.of(layout, program.commandLine().getParseResult().originalArgs(), took) + text;
    print(results);
    if (!program.findOption(NO_PAGE).<Boolean>getValue()) {
      new ResultsPage(layout.results()).write(part, title, results);
      progress("The results are in " + layout.results() + ".");
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(command, "used by a command").commandLine();
  }

  /** Ends the command with a sentence, unless a condition holds. */
  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new Refused(otherwise);
    }
  }
}
