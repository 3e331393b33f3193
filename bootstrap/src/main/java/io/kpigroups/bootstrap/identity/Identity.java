package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.bootstrap.identity.keys.KeyAddress;
import io.kpigroups.bootstrap.identity.keys.KeySource;
import io.kpigroups.bootstrap.identity.keys.ProviderAccess;
import io.kpigroups.bootstrap.identity.keys.VerificationKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * How callers are known in this service.
 *
 * @param authenticator verifies their tokens
 * @param demo makes tokens; empty where real keys are configured
 */
public record Identity(Authenticator authenticator, Optional<DemoIdentity> demo) {

  /**
   * Callers whose tokens are verified with the keys that are configured.
   *
   * @param access to the identity provider, if its keys are there
   * @throws ConfigurationException if a setting is wrong, or a key that is here is unusable
   */
  public static Identity configured(IdentitySettings settings, ProviderAccess access, Clock clock) {
    return new Identity(
        new JwtAuthenticator(keys(settings, access), settings, clock), Optional.empty());
  }

  /**
   * Callers with tokens of our own making, signed with a key that is kept in the folder.
   *
   * @throws ConfigurationException if the key can neither be read nor made
   */
  public static Identity demo(IdentitySettings settings, Path folder, Clock clock) {
    DemoIdentity demo = new DemoIdentity(folder, settings);
    return new Identity(new JwtAuthenticator(demo.keys(), settings, clock), Optional.of(demo));
  }

  /** Callers whose tokens are verified by the system behind the store. */
  public static Identity elsewhere() {
    return new Identity(new PassThroughAuthenticator(), Optional.empty());
  }

  private static VerificationKeys keys(IdentitySettings settings, ProviderAccess access) {
    Optional<String> text = settings.publicKey();
    if (text.isPresent()) {
      return KeySource.text(IdentitySettings.PUBLIC_KEY, text.get());
    }
    String location = settings.location().orElseThrow();
    IdentityConfig config = settings.config();
    return KeyAddress.isMeantBy(location)
        ? access.keys(
            KeyAddress.of(location), config.tlsConfigurationName(), config.proxyConfigurationName())
        : KeySource.at(location);
  }
}
