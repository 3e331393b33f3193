package io.kpigroups.bootstrap;

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

  private static final String SYNONYM = "sqlite";

  private StoreName() {}

  /** The name of the store's bean for what the setting says. */
  static String of(String setting) {
    return setting.equals(SYNONYM) ? EMBEDDED : setting;
  }
}
