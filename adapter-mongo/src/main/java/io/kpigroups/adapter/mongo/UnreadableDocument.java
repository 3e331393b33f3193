package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.InvalidInput;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A document that another program has written, and of which nothing can be made; or several. */
final class UnreadableDocument extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Names the document by its collection and id, which are no secret. */
  UnreadableDocument(String collection, ObjectId id, InvalidInput why) {
    super(collection + " " + id.toHexString() + ": " + why.getMessage(), why);
  }

  private UnreadableDocument(List<UnreadableDocument> all) {
    super(
        all.stream().map(Throwable::getMessage).collect(Collectors.joining("; ")),
        all.get(0).getCause());
  }

  /**
   * Reads all of these documents.
   *
   * @throws UnreadableDocument naming every one that cannot be read
   */
  static <D, T> List<T> readAll(List<D> documents, Function<D, T> reader) {
    List<T> read = new ArrayList<>();
    List<UnreadableDocument> unreadable = new ArrayList<>();
    for (D document : documents) {
      try {
        read.add(reader.apply(document));
      } catch (UnreadableDocument e) {
        unreadable.add(e);
      }
    }
    if (!unreadable.isEmpty()) {
      throw new UnreadableDocument(unreadable);
    }
    return read;
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
