package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
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
        new TokenVerifier(keys(settings, access), settings, clock), Optional.empty());
  }

  /**
   * Callers with tokens of our own making, signed with a key that is kept in the folder.
   *
   * @throws ConfigurationException if the key can neither be read nor made
   */
  public static Identity demo(IdentitySettings settings, Path folder, Clock clock) {
    DemoIdentity demo = DemoIdentity.open(folder, settings);
    return new Identity(new TokenVerifier(demo.keys(), settings, clock), Optional.of(demo));
  }

  /** Callers whose tokens are judged by the system behind the store. */
  public static Identity elsewhere() {
    return new Identity(new UnverifiedTokens(), Optional.empty());
  }

  private static VerificationKeys keys(IdentitySettings settings, ProviderAccess access) {
    Optional<String> text = settings.publicKey();
    if (text.isPresent()) {
      return KeySource.text(IdentitySettings.PUBLIC_KEY, text.get());
    }
    String location = settings.location().orElseThrow();
    if (!KeyAddress.isMeantBy(location)) {
      return KeySource.at(location);
    }
    URI address = KeyAddress.of(location);
    KeyFetch fetch = access.to(address, settings.config());
    return new RemoteKeys(address, fetch, Identity::inAThreadOfItsOwn, System::nanoTime);
  }

  private static void inAThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(task, "identity-keys");
    thread.setDaemon(true);
    thread.start();
  }
}
