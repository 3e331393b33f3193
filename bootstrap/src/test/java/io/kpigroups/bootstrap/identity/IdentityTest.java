package io.kpigroups.bootstrap.identity;

import static io.kpigroups.bootstrap.identity.IdentitySettings.PUBLIC_KEY;
import static io.kpigroups.bootstrap.identity.keys.KeySource.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.bootstrap.identity.keys.TestAccess;
import io.kpigroups.bootstrap.identity.keys.TestKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final PublicJsonWebKey KEY = TestKeys.ec("key");
  private static final PublicJsonWebKey OTHER = TestKeys.ec("other");

  private static final Vertx VERTX = Vertx.vertx();

  @TempDir private Path folder = Path.of("");

  @AfterAll
  static void stopVertx() {
    VERTX.close();
  }

  @Test
  void aKeyThatIsGivenAsTextVerifiesTokens() {
    Identity identity = configured(Map.of(PUBLIC_KEY, TestKeys.jwks(KEY)));

    assertTakes(identity, KEY);
    assertRefuses(identity, OTHER);
    assertThat(identity.demo()).isEmpty();
  }

  @Test
  void aKeyInAFileVerifiesTokens() throws IOException {
    Identity identity = configured(Map.of(LOCATION, file(KEY)));

    assertTakes(identity, KEY);
    assertRefuses(identity, OTHER);
  }

  @Test
  void theTextCountsWhereBothAreGiven() throws IOException {
    Identity identity = configured(Map.of(PUBLIC_KEY, TestKeys.jwks(KEY), LOCATION, file(OTHER)));

    assertTakes(identity, KEY);
    assertRefuses(identity, OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1/jwks", "HTTPS://127.0.0.1:1/jwks"})
  void aProviderIsAskedWhenATokenComesAndNotAtTheStart(String location) {
    Identity identity = configured(Map.of(LOCATION, location));

    assertThatThrownBy(() -> authenticate(identity, KEY)).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void aLocationThatIsNoAddressOrHasNoKeyIsRefusedAtTheStart() {
    for (String location : new String[] {"https://not an address", folder + "/missing.pem"}) {
      assertThatThrownBy(() -> configured(Map.of(LOCATION, location)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(LOCATION);
    }
  }

  @Test
  void theDemoIdentityTakesItsOwnTokensOnly() {
    Identity demo = Identity.demo(TestTokens.settings(Map.of()), folder, TestTokens.clock());

    assertThat(demo.demo()).isPresent();
    assertRefuses(demo, KEY);
  }

  @Test
  void whereTokensAreJudgedElsewhereEveryOneIsTaken() {
    Identity identity = Identity.elsewhere();

    assertThat(authenticate(identity, OTHER)).isEqualTo(new Caller.Unverified());
    assertThat(identity.demo()).isEmpty();
  }

  private String file(PublicJsonWebKey key) throws IOException {
    return Files.writeString(folder.resolve("keys.json"), TestKeys.jwks(key)).toString();
  }

  private static Identity configured(Map<String, String> settings) {
    TestAccess access = new TestAccess(VERTX, Map.of(), Map.of());
    return Identity.configured(
        TestTokens.settings(settings), access.toProviders(), TestTokens.clock());
  }

  private static void assertTakes(Identity identity, PublicJsonWebKey key) {
    assertThat(authenticate(identity, key)).isInstanceOf(Caller.Verified.class);
  }

  private static void assertRefuses(Identity identity, PublicJsonWebKey key) {
    assertThatThrownBy(() -> authenticate(identity, key)).isInstanceOf(Unauthenticated.class);
  }

  private static Caller authenticate(Identity identity, PublicJsonWebKey key) {
    return identity
        .authenticator()
        .authenticate(new BearerToken(TestTokens.token(key)), TestTime.ample());
  }
}
