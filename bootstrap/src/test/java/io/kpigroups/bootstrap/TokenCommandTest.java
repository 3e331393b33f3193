package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {
  private static final TokenRequest ANN =
      new TokenRequest(new UserId("ann"), Set.of(new AccountId("a")), Set.of(Permission.READ));

  @TempDir private Path folder = Path.of("");

  @Test
  void accountsAndPermissionsMayBeRepeatedAndListed() {
    assertThat(
            parse(
                "--user ann --account a,b --account c"
                    + " --permissions kpis:read --permissions kpis:manage"))
        .isEqualTo(
            new TokenRequest(
                new UserId("ann"),
                Set.of(new AccountId("a"), new AccountId("b"), new AccountId("c")),
                Set.of(Permission.READ, Permission.MANAGE)));
  }

  @Test
  void aTokenMayGrantNothing() {
    List<String> arguments = List.of("--user", "ann", "--account", "a", "--permissions", "");

    assertThat(TokenRequest.parse(arguments).permissions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--account a --permissions kpis:read              | --user is missing.",
        "--user ann --permissions kpis:read               | --account is missing.",
        "--user ann --account a                           | --permissions is missing.",
        "--user ann --user bob --account a --permissions kpis:read | --user must be given once.",
        "--user ann --account a --permissions             | --permissions needs a value.",
        "--user ann --acount a --permissions kpis:read    | Unknown: --acount.",
        "--user ann --account a --permissions kpis:all    | There is no permission kpis:all",
        "--user ann --account a%b --permissions kpis:read | An account id must be",
      })
  void wrongArgumentsAreNamed(String arguments, String message) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aTokenIsMadeWithTheKeyInTheDataFolder() {
    assertThat(token(Map.of()).split("\\.")).hasSize(3);
    assertThat(folder.resolve("demo-key.json")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "mp.jwt.verify.publickey, x, A key is configured",
    "mp.jwt.verify.publickey.location, x, A key is configured",
    "kpigroups.store, mongo, Demo tokens are for the store",
  })
  void noTokenIsMadeThatTheServiceWouldNotTake(String key, String value, String message) {
    assertThatThrownBy(() -> token(Map.of(key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theExitCodeTellsWhetherTheCommandWasUnderstood() {
    assertThat(TokenCommand.run(List.of("--help"))).isZero();
    assertThat(TokenCommand.run(List.of("--user", "ann", "-h"))).isZero();
    assertThat(TokenCommand.run(List.of("--usr", "ann"))).isEqualTo(TokenCommand.WRONG_USE);
  }

  private String token(Map<String, String> settings) {
    Map<String, String> path = Map.of("kpigroups.embedded.path", folder.toString());
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(path, "path", 100))
            .withSources(new PropertiesConfigSource(settings, "settings", 200))
            .withMapping(IdentityConfig.class)
            .withMapping(SqliteConfig.class)
            .build();
    return TokenCommand.token(ANN, config, Clock.systemUTC());
  }

  private static TokenRequest parse(String arguments) {
    return TokenRequest.parse(List.of(arguments.split(" ")));
  }
}
