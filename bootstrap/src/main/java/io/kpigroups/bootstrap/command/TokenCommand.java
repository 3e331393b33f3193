package io.kpigroups.bootstrap.command;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.bootstrap.config.SettingsCheck;
import io.kpigroups.bootstrap.config.StoreName;
import io.kpigroups.bootstrap.identity.DemoIdentity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a demo token, and only that, without starting the service. */
@Command(
    name = "token",
    description =
        "Prints a token that the service takes for a day, as long as no key of your own is"
            + " configured.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    exitCodeOnExecutionException = CommandLine.ExitCode.USAGE)
public final class TokenCommand implements Runnable {
  private static final String LIST = "[, ]";

  @Option(names = "--user", required = true, description = "The user's id.")
  private String user = "";

  @Option(
      names = "--account",
      required = true,
      split = LIST,
      splitSynopsisLabel = ",",
      paramLabel = "<id>",
      description = "An account that the user may act in; may be repeated.")
  private List<String> accounts = List.of();

  @Option(
      names = "--permissions",
      required = true,
      split = LIST,
      splitSynopsisLabel = ",",
      paramLabel = "<permission>",
      description = "kpis:read, kpis:manage or both with a comma between; \"\" for none.")
  private List<String> permissions = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    SmallRyeConfig config = SettingsCheck.read();
    ConfigMappings.registerConfigMappings(
        config,
        Set.of(
            ConfigClass.configClass(IdentityConfig.class),
            ConfigClass.configClass(SqliteConfig.class)));
    spec.commandLine().getOut().println(token(config, Clock.systemUTC()));
  }

  /**
   * Makes the token.
   *
   * @throws InvalidInput if an id or a permission is ill-formed
   * @throws ConfigurationException if a service with these settings would not take demo tokens
   */
  String token(SmallRyeConfig config, Clock clock) {
    Set<AccountId> accountIds = values(accounts, AccountId::new);
    Set<Permission> granted = values(permissions, DemoIdentity::permission);
    UserId userId = new UserId(user);
    IdentitySettings settings =
        IdentitySettings.of(config, config.getConfigMapping(IdentityConfig.class));
    if (settings.hasKey()) {
      throw new ConfigurationException(
          "A key is configured (mp.jwt.verify.publickey or mp.jwt.verify.publickey.location), so no"
              + " demo token would be accepted. Get a token from your identity provider.");
    }
    String store = StoreName.of(key -> config.getOptionalValue(key, String.class));
    if (!store.equals(StoreName.EMBEDDED)) {
      throw new ConfigurationException(
          "Demo tokens are for the store \"embedded\" only; kpigroups.store is \"" + store + "\".");
    }
    Path folder = SqliteStorage.folder(config.getConfigMapping(SqliteConfig.class));
    return new DemoIdentity(folder, settings).token(userId, accountIds, granted, clock.instant());
  }

  private static <T> Set<T> values(List<String> words, Function<String, T> value) {
    return words.stream()
        .filter(word -> !word.isEmpty())
        .map(value)
        .collect(Collectors.toUnmodifiableSet());
  }
}
