package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.failure.InvalidInput;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A document that another program has written, and of which nothing can be made; or several. */
final class UnreadableDocument extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Names the document by its collection and id, which are no secret. */
  UnreadableDocument(String collection, @Nullable BsonValue id, RuntimeException why) {
    super(collection + " " + text(id) + ": " + why.getMessage(), why);
  }

  UnreadableDocument(List<UnreadableDocument> all) {
    super(
        all.stream().map(Throwable::getMessage).collect(Collectors.joining("; ")),
        all.get(0).getCause());
  }

  private static String text(@Nullable BsonValue id) {
    if (id != null && id.isObjectId()) {
      return id.asObjectId().getValue().toHexString();
    }
    String text = id != null && id.isString() ? id.asString().getValue() : String.valueOf(id);
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /**
   * A value that must be there; what no other program has touched has it.
   *
   * @throws InvalidInput if it is not there
   */
  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidInput("It has no " + field + ".");
    }
    return value;
  }
}
