package io.kpigroups.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;

/** The program: without a word it serves, {@code token} prints a demo token. */
@QuarkusMain
public final class Main {
  private static final String USAGE =
      """
      kpi-groups          runs the service
      kpi-groups token    prints a token for trying it out; token --help says more""";

  /** Has Quarkus leave an undecodable URL to the REST adapter, which answers it with a problem. */
  private static final String LEAVE_URLS_ALONE = "vertx.disableURIValidation";

  /** Has Netty find the REST adapter's guard of connections. */
  private static final String GUARD_CONNECTIONS = "io.netty.bootstrap.extensions";

  private Main() {}

  /** Runs the command that the first argument names. */
  public static void main(String... args) {
    try {
      run(args);
    } catch (ConfigurationException | InvalidPathException e) {
      // A path may be that of the folder that it was started in, where settings are looked for.
      StartFailure.exit(StartFailure.CODE, e);
    }
  }

  private static void run(String... args) {
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    switch (args.length == 0 ? "" : args[0]) {
      case "" -> serve(args);
      case "token" -> System.exit(TokenCommand.run(rest));
      case "--help", "-h", "help" -> Console.print(USAGE);
      default -> {
        Console.complain("Unknown command: " + args[0] + "\n" + USAGE);
        System.exit(TokenCommand.WRONG_USE);
      }
    }
  }

  private static void serve(String... args) {
    CommandConfig.checkForService();
    TemporaryFolder.check();
    System.setProperty(LEAVE_URLS_ALONE, "true");
    System.setProperty(GUARD_CONNECTIONS, "serviceload");
    Quarkus.run(Service.class, StartFailure::exit, args);
  }
}
