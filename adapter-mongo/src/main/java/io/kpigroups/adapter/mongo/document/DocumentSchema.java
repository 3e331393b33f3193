package io.kpigroups.adapter.mongo.document;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.NameKey;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which documents this version of the service understands. One that a newer version wrote is
 * neither read nor changed, since its meaning is not known here.
 */
public final class DocumentSchema {
  /** The version of the documents that are written. */
  public static final int VERSION = 1;

  private DocumentSchema() {}

  /**
   * Adds to the filter, and returns it, that the document is understood. One without a version
   * counts as the oldest.
   */
  public static Document known(Document filter) {
    return filter
        .append("schemaVersion", notAbove(VERSION))
        .append("nameKeyVersion", notAbove(NameKey.VERSION));
  }

  private static Document notAbove(int known) {
    return new Document("$not", new Document("$gt", known));
  }

  /**
   * Checks that a document is understood.
   *
   * @param nameKey the version of the key of its name; 0 if it has no name
   * @throws StorageUnavailable with the version, if it is not
   */
  static void check(int schema, int nameKey) {
    if (schema > VERSION || nameKey > NameKey.VERSION) {
      String found = "The stored data has schema version " + schema + " and name key version ";
      String known = "; this version of the service knows at most " + VERSION + " and ";
      String text = found + nameKey + known + NameKey.VERSION + ".";
      throw new StorageUnavailable(text, new IllegalStateException(text));
    }
  }

  /**
   * The value of a field that must be there.
   *
   * @throws InvalidInput if it is not
   */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidInput("It has no " + field + ".");
    }
    return value;
  }
}
