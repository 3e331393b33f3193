package io.kpigroups.bootstrap;

import io.kpigroups.bootstrap.command.ProgramVersion;
import io.kpigroups.bootstrap.command.TokenCommand;
import io.kpigroups.bootstrap.config.SettingsCheck;
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
  /** Makes Quarkus pass a URL that cannot be decoded to the REST adapter, which has an answer. */
  private static final String LEAVE_URLS_ALONE = "vertx.disableURIValidation";

  /** Makes Netty look for extensions, so that it finds the one of the REST adapter. */
  private static final String GUARD_CONNECTIONS = "io.netty.bootstrap.extensions";

  /** Runs the command that the arguments name; exits with 2 where they are wrong. */
  public static void main(String... arguments) {
    int code = program().execute(arguments);
    if (code != 0) {
      System.exit(code);
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
    SettingsCheck.read();
    checkTemporaryFolder();
    System.setProperty(LEAVE_URLS_ALONE, "true");
    System.setProperty(GUARD_CONNECTIONS, "serviceload");
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
