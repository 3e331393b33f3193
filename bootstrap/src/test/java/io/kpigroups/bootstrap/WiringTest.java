package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How callers are known, by the store and the keys that are set. */
class WiringTest {
  private static final String LOCATION = "mp.jwt.verify.publickey.location";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"embedded", "sqlite"})
  void theEmbeddedStoreHasADemoIdentityInItsFolder(String store) {
    assertThat(identity(Map.of("kpigroups.store", store)).demo()).isPresent();
    assertThat(folder.resolve("demo-key.json")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"embedded", "mongo", "upstream", "mine"})
  void whereThereIsAKeyItVerifiesTokensWhateverTheStore(String store) {
    Identity identity =
        identity(Map.of("kpigroups.store", store, LOCATION, "http://127.0.0.1:1/jwks"));

    assertThat(identity.demo()).isEmpty();
    assertThatThrownBy(() -> authenticate(identity)).isInstanceOf(Unauthenticated.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theUpstreamStoreHasTokensJudgedThere() {
    assertThat(authenticate(identity(Map.of("kpigroups.store", "upstream"))))
        .isEqualTo(new Caller.Unverified());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mongo", "mine"})
  void everyOtherStoreNeedsAKey(String store) {
    assertThatThrownBy(() -> identity(Map.of("kpigroups.store", store)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(store)
        .hasMessageContaining(LOCATION);
  }

  private Identity identity(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("kpigroups.embedded.path", folder.toString());
    SmallRyeConfig config = TestConfig.of(all);
    return new Wiring()
        .identity(
            config.getConfigMapping(ServiceConfig.class),
            config.getConfigMapping(IdentityConfig.class),
            config.getConfigMapping(SqliteConfig.class),
            config,
            NoProvider.access(),
            Clock.systemUTC());
  }

  private static Caller authenticate(Identity identity) {
    return identity.authenticator().authenticate(new BearerToken("a.token"), TestTime.ample());
  }
}
