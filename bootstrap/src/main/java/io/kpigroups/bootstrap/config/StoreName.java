package io.kpigroups.bootstrap.config;

import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.kpigroups.bootstrap.identity.keys.KeySource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names of stores that the service itself treats in a special way. */
public final class StoreName {
  /** SQLite in the same process: the default, and the one with a demo identity. */
  public static final String EMBEDDED = "embedded";

  /** The upstream API, which judges the callers itself. */
  public static final String UPSTREAM = "upstream";

  static final String MONGO = "mongo";

  private static final String SYNONYM = "sqlite";

  /** The stores that are in every build. */
  public static final Set<String> BUILT_IN = Set.of(EMBEDDED, SYNONYM, MONGO, UPSTREAM);

  private StoreName() {}

  /** Why this store cannot be used without a key. */
  public static String needsKey(String store) {
    return "The store \""
        + store
        + "\" needs a key that verifies tokens: set mp.jwt.verify.publickey.location to the path of a"
        + " public key or to the address of your identity provider's JWKS.";
  }

  /** Whether tokens are of our own making: on the embedded store, unless there is a key. */
  public static boolean isDemo(Function<String, Optional<String>> settings) {
    return of(settings).equals(EMBEDDED) && !hasKey(settings);
  }

  /** Whether there is a key that verifies tokens. */
  static boolean hasKey(Function<String, Optional<String>> settings) {
    return Stream.of(IdentitySettings.PUBLIC_KEY, KeySource.LOCATION)
        .anyMatch(key -> settings.apply(key).isPresent());
  }

  /** The name of the store's bean by the settings. */
  public static String of(Function<String, Optional<String>> settings) {
    return of(settings.apply("kpigroups.store").orElse(EMBEDDED));
  }

  /** The name of the store's bean for what the setting says. */
  public static String of(String setting) {
    return setting.equals(SYNONYM) ? EMBEDDED : setting;
  }
}
