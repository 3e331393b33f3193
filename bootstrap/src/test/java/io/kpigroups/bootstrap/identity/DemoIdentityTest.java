package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.bootstrap.identity.TestTokens.MovingClock;
import io.kpigroups.bootstrap.identity.keys.TestKeys;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoIdentityTest {
  private static final Caller.Verified ANN =
      new Caller.Verified(
          Optional.of(new UserId("ann")),
          Set.of(new AccountId("a"), new AccountId("b")),
          Set.of(Permission.READ, Permission.MANAGE));

  private final MovingClock clock = TestTokens.clock();
  @TempDir private Path temporary = Path.of("");

  @Test
  void aTokenIsTakenForADay() {
    Identity identity = identity(Map.of());
    String token = annsToken(identity);

    assertThat(authenticate(identity, token)).isEqualTo(ANN);
    clock.move(Duration.ofHours(24).plus(ClaimsValidator.CLOCK_SKEW));
    assertThatThrownBy(() -> authenticate(identity, token)).isInstanceOf(Unauthenticated.class);
  }

  @Test
  void aTokenOfAnEarlierStartIsTaken() {
    String token = annsToken(identity(Map.of()));

    assertThat(authenticate(identity(Map.of()), token)).isEqualTo(ANN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles",
        "realm_access/roles",
        "\"https://a.example\"",
        "a/\"b/c\"/d",
        "\"sub\"/x"
      })
  void aTokenSuitsWhateverIsConfiguredForTokens(String permissionsClaim) {
    Identity identity =
        identity(
            Map.of(
                "mp.jwt.verify.issuer", "https://id.example",
                "mp.jwt.verify.audiences", "kpis",
                "kpigroups.identity.permissions-claim", permissionsClaim));

    assertThat(authenticate(identity, annsToken(identity))).isEqualTo(ANN);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "file permissions are not POSIX there")
  void onlyTheOwnerCanReadTheKeyAndNothingElseIsLeftInTheFolder() throws IOException {
    identity(Map.of());

    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files).containsExactly(new DemoKeyFile(folder()).path());
    }
    assertThat(Files.getPosixFilePermissions(new DemoKeyFile(folder()).path()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDamagedKeyIsNotReplacedSilently() throws IOException {
    identity(Map.of());
    Path file = new DemoKeyFile(folder()).path();

    for (String damaged : new String[] {"", "{}", TestKeys.ec("x").toJson()}) {
      Files.writeString(file, damaged);

      assertThatThrownBy(() -> identity(Map.of()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(file + " is damaged");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(folder(), "a file where the folder should be");

    assertThatThrownBy(() -> identity(Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(folder().toString());
  }

  private Path folder() {
    return temporary.resolve("data");
  }

  private Identity identity(Map<String, String> settings) {
    return Identity.demo(TestTokens.settings(settings), folder(), clock);
  }

  private String annsToken(Identity identity) {
    return identity
        .demo()
        .orElseThrow()
        .token(new UserId("ann"), ANN.accounts(), ANN.permissions(), clock.instant());
  }

  private static Caller.Verified authenticate(Identity identity, String token) {
    return (Caller.Verified)
        identity.authenticator().authenticate(new BearerToken(token), TestTime.ample());
  }
}
