package io.kpigroups.bootstrap;

import io.kpigroups.bootstrap.identity.IdentitySettings;
import java.util.Set;

/**
 * Names of stores that the service itself must know, because more than the bean depends on them.
 */
final class StoreName {
  /** The setting that names the store. */
  static final String KEY = "kpigroups.store";

  /** SQLite in the same process: the default, and the one with a demo identity. */
  static final String EMBEDDED = "embedded";

  /** A MongoDB server. */
  static final String MONGO = "mongo";

  /** The upstream API, which judges the callers itself. */
  static final String UPSTREAM = "upstream";

  /** The stores that are in every build. */
  static final Set<String> BUILT_IN = Set.of(EMBEDDED, MONGO, UPSTREAM);

  /** Why the upstream store cannot be used without being told where upstream is. */
  static final String NEEDS_URL =
      "The store \"upstream\" needs to know where upstream is: set kpigroups.upstream.url to the"
          + " https address of the API, such as https://app.gtmhub.com/api/v1.";

  private static final String SYNONYM = "sqlite";

  private StoreName() {}

  /** Why this store cannot be used without a key. */
  static String needsKey(String store) {
    return "The store \""
        + store
        + "\" needs a key that verifies tokens: set "
        + IdentitySettings.LOCATION
        + " to the path of a public key or to the address of your identity provider's JWKS.";
  }

  /** The name of the store's bean for what the setting says. */
  static String of(String setting) {
    return setting.equals(SYNONYM) ? EMBEDDED : setting;
  }
}
