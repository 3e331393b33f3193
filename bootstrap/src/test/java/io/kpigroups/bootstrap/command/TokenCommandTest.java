package io.kpigroups.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.domain.failure.InvalidInput;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TokenCommandTest {
  private static final String ANN = "--user ann --account a --permissions kpis:read";

  @TempDir private Path folder = Path.of("");

  private final TokenCommand command = new TokenCommand();
  private final CommandLine line = new CommandLine(command);
  private final StringWriter complaint = new StringWriter();

  @Test
  void accountsAndPermissionsMayBeRepeatedAndListed() {
    String token =
        token(
            "--user ann --account a,b --account c"
                + " --permissions kpis:read --permissions kpis:manage");

    assertThat(payload(token))
        .contains("\"sub\":\"ann\"", "\"a\"", "\"b\"", "\"c\"", "kpis:read", "kpis:manage");
  }

  @Test
  void aTokenMayGrantNothing() {
    line.parseArgs("--user", "ann", "--account", "a", "--permissions", "");

    assertThat(payload(command.token(config(Map.of()), Clock.systemUTC()))).doesNotContain("kpis:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--account a --permissions kpis:read              | option: '--user=<user>'",
        "--user ann --permissions kpis:read               | option: '--account",
        "--user ann --account a                           | option: '--permissions",
        "--user ann --user bob --account a --permissions kpis:read | '--user' (<user>) should be specified only once",
        "--user ann --account a --permissions             | parameter for option '--permissions'",
        "--user ann --account a --permissions kpis:read --acount b | '--acount'",
        "--user ann --account a --permissions kpis:read @file | '@file'",
      })
  void argumentsThatAreNotUnderstoodAreNamed(String arguments, String message) {
    line.setExpandAtFiles(false).setErr(new PrintWriter(complaint, true));

    assertThat(line.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(complaint.toString()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--user ann --account a --permissions kpis:all    | There is no permission kpis:all",
        "--user ann --account a%b --permissions kpis:read | An account id must be",
      })
  void illFormedValuesAreNamed(String arguments, String message) {
    assertThatThrownBy(() -> token(arguments))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aTokenIsMadeWithTheKeyInTheDataFolder() {
    assertThat(token(ANN).split("\\.")).hasSize(3);
    assertThat(folder.resolve("demo-key.json")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "mp.jwt.verify.publickey, x, A key is configured",
    "mp.jwt.verify.publickey.location, x, A key is configured",
    "kpigroups.store, mongo, Demo tokens are for the store",
  })
  void noTokenIsMadeThatTheServiceWouldNotTake(String key, String value, String message) {
    line.parseArgs(ANN.split(" "));
    SmallRyeConfig config = config(Map.of(key, value));

    assertThatThrownBy(() -> command.token(config, Clock.systemUTC()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
    assertThat(folder).isEmptyDirectory();
  }

  private String token(String arguments) {
    line.parseArgs(arguments.split(" "));
    return command.token(config(Map.of()), Clock.systemUTC());
  }

  private static String payload(String token) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return new String(json, StandardCharsets.UTF_8);
  }

  private SmallRyeConfig config(Map<String, String> settings) {
    Map<String, String> path = Map.of("kpigroups.embedded.path", folder.toString());
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(path, "path", 100))
        .withSources(new PropertiesConfigSource(settings, "settings", 200))
        .withMapping(IdentityConfig.class)
        .withMapping(SqliteConfig.class)
        .build();
  }
}
