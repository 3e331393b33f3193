package io.kpigroups.benchmarks.command;

import io.kpigroups.benchmarks.report.Agreement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whether two runs say the same. */
@Command(name = "agree", description = "Tells how far the ratios of two runs of compare are apart.")
public final class AgreeCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Parameters(index = "0", description = "The file of ratios of the first run.")
  private Path first = Path.of("");

  @Parameters(index = "1", description = "The file of ratios of the second run.")
  private Path second = Path.of("");

  @Override
  public Integer call() throws IOException {
    options.publish("agree", "Two runs", Duration.ZERO, Agreement.compare(first, second));
    return 0;
  }
}
