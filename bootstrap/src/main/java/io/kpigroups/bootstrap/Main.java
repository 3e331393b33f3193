package io.kpigroups.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
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

  /** The exit code of a service that does not start; also Quarkus's own. */
  private static final int WRONG_SETTINGS = 1;

  private Main() {}

  /** Runs the command that the first argument names. */
  public static void main(String... args) {
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
    try {
      CommandConfig.checkForService();
    } catch (ConfigurationException e) {
      Console.complain(e.getMessage());
      System.exit(WRONG_SETTINGS);
    }
    System.setProperty(LEAVE_URLS_ALONE, "true");
    Quarkus.run(Service.class, args);
  }
}
