package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.adapter.sqlite.UnusableDataFolder;
import io.kpigroups.bootstrap.identity.DemoIdentity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.kpigroups.domain.failure.InvalidInput;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The command that prints a demo token, without starting the service. */
final class TokenCommand {
  /** The exit code for a command that was not understood or cannot be carried out. */
  static final int WRONG_USE = 2;

  private TokenCommand() {}

  /** Carries out the command: only the token goes to the standard output. Returns the exit code. */
  static int run(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      Console.print(TokenRequest.USAGE);
      return 0;
    }
    try {
      Console.print(token(TokenRequest.parse(arguments), CommandConfig.load(), Clock.systemUTC()));
      return 0;
    } catch (InvalidInput
        | ConfigurationException
        | ConfigValidationException
        | UnusableDataFolder e) {
      Console.complain(StartFailure.sentence(e).orElse(e.getMessage()));
      return WRONG_USE;
    }
  }

  /**
   * Makes the token.
   *
   * @throws ConfigurationException if a service with these settings would not take demo tokens
   */
  static String token(TokenRequest request, SmallRyeConfig config, Clock clock) {
    IdentitySettings settings =
        IdentitySettings.of(config, config.getConfigMapping(IdentityConfig.class));
    if (settings.hasKey()) {
      throw new ConfigurationException(
          "A key is configured ("
              + IdentitySettings.PUBLIC_KEY
              + " or "
              + IdentitySettings.LOCATION
              + "), so no demo token would be accepted. Get a token from your identity provider.");
    }
    String store = config.getOptionalValue(StoreName.KEY, String.class).orElse(StoreName.EMBEDDED);
    if (!StoreName.of(store).equals(StoreName.EMBEDDED)) {
      throw new ConfigurationException(
          String.format(
              Locale.ROOT,
              "Demo tokens are for the store \"%s\" only; %s is \"%s\".",
              StoreName.EMBEDDED,
              StoreName.KEY,
              store));
    }
    return DemoIdentity.open(
            SqliteStorage.folder(config.getConfigMapping(SqliteConfig.class)), settings)
        .token(request.user(), request.accounts(), request.permissions(), clock.instant());
  }
}
