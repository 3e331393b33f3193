package io.kpigroups.adapter.mongo;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.value.NameKey;
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
    return understoodSchema(filter).append("nameKeyVersion", notAbove(NameKey.VERSION));
  }

  /** The same for documents that hold no name. */
  static Document understoodSchema(Document filter) {
    return filter.append("schemaVersion", notAbove(SCHEMA));
  }

  /** A document that says no version is read as the oldest, and so it may be written. */
  private static Document notAbove(int known) {
    return new Document("$not", new Document("$gt", known));
  }

  /**
   * Checks that a document that was read is understood.
   *
   * @throws StorageUnavailable naming the version if it is not
   */
  static void check(int schema, int nameKey) {
    checkSchema(schema);
    check("name key", nameKey, NameKey.VERSION);
  }

  /** The same for documents that hold no name. */
  static void checkSchema(int schema) {
    check("schema", schema, SCHEMA);
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
