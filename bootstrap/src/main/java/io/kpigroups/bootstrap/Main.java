package io.kpigroups.bootstrap;

import io.kpigroups.bootstrap.command.ProgramVersion;
import io.kpigroups.bootstrap.command.TokenCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program: without a command it runs the service. */
@QuarkusMain
@Command(
    name = "kpi-groups",
    description = "Runs the service, or one of the commands.",
    subcommands = {TokenCommand.class, HelpCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
public final class Main implements Runnable {
  /** Runs the command that the arguments name; exits with 2 where they are wrong. */
  public static void main(String... arguments) {
    int code = arguments.length == 0 ? runService() : program().execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** As the program without a command, and without the time that picocli takes to see that. */
  private static int runService() {
    try {
      new Main().run();
      return CommandLine.ExitCode.OK;
    } catch (RuntimeException failure) {
      StartFailure.tellOfService(failure);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  static CommandLine program() {
    return new CommandLine(new Main())
        .setExpandAtFiles(false)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              StartFailure.tell(failure);
              return command.getCommandSpec().exitCodeOnExecutionException();
            });
  }

  @Override
  public void run() {
    checkTemporaryFolder();
    // Quarkus passes on a URL that cannot be decoded: the REST adapter has an answer.
    System.setProperty("vertx.disableURIValidation", "true");
    // Netty looks for extensions, and finds that of the REST adapter.
    System.setProperty("io.netty.bootstrap.extensions", "serviceload");
    Quarkus.run(Service.class, StartFailure::exit);
  }

  /** Vert.x keeps a cache there, and SQLite's library is unpacked there. */
  static void checkTemporaryFolder() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new ConfigurationException(
          "The temporary folder "
              + folder
              + " is not there or cannot be written to: make it so that it can, or name another one"
              + " by -Djava.io.tmpdir.");
    }
  }
}
