package io.kpigroups.bootstrap.identity;

import io.kpigroups.bootstrap.identity.keys.KeySource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What an installation says about the tokens that it takes; the keys are those of MicroProfile JWT.
 *
 * @param publicKey the text of a key or key set, {@code mp.jwt.verify.publickey}
 * @param location where a key or key set is, {@code mp.jwt.verify.publickey.location}
 * @param issuer the only issuer that is trusted; empty for any
 * @param audiences one of these a token must be meant for; empty for any
 * @param config which claims say what, and how keys are fetched
 */
public record IdentitySettings(
    Optional<String> publicKey,
    Optional<String> location,
    Optional<String> issuer,
    List<String> audiences,
    IdentityConfig config) {

  /** The setting for a key as text. */
  public static final String PUBLIC_KEY = "mp.jwt.verify.publickey";

  /** Reads the settings. */
  public static IdentitySettings of(Config config, IdentityConfig own) {
    return new IdentitySettings(
        config.getOptionalValue(PUBLIC_KEY, String.class),
        config.getOptionalValue(KeySource.LOCATION, String.class),
        config.getOptionalValue("mp.jwt.verify.issuer", String.class),
        config.getOptionalValues("mp.jwt.verify.audiences", String.class).orElse(List.of()),
        own);
  }

  /** Whether an installation brings keys of its own, so that no demo token is valid. */
  public boolean hasKey() {
    return publicKey.isPresent() || location.isPresent();
  }
}
