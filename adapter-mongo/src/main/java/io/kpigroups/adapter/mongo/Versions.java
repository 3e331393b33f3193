package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.NameKey;
import io.kpigroups.domain.StorageUnavailable;
import java.util.Locale;
import org.bson.Document;

/**
 * Which documents this version understands. One that a newer version of the service wrote is
 * neither read nor overwritten, since what it means is not known here.
 */
final class Versions {
  /** The version of the documents that are written. */
  static final int SCHEMA = 1;

  private Versions() {}

  /** Restricts a write to documents that are understood; changes and returns {@code filter}. */
  static Document understood(Document filter) {
    return filter
        .append("schemaVersion", new Document("$lte", SCHEMA))
        .append("nameKeyVersion", new Document("$lte", NameKey.VERSION));
  }

  /**
   * Checks that a document that was read is understood.
   *
   * @throws StorageUnavailable naming the version if it is not
   */
  static void check(int schema, int nameKey) {
    check("schema", schema, SCHEMA);
    check("name key", nameKey, NameKey.VERSION);
  }

  private static void check(String what, int found, int known) {
    if (found > known) {
      String message =
          String.format(
              Locale.ROOT,
              "The stored data has %s version %d; this version of the service knows %d at the most.",
              what,
              found,
              known);
      throw new StorageUnavailable(message, new IllegalStateException(message));
    }
  }
}
