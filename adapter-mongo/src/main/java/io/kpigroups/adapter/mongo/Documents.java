package io.kpigroups.adapter.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.kpigroups.domain.failure.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecConfigurationException;

/**
 * Reads documents of a collection, each by itself, so that every one that cannot be read is named:
 * one of other types too, on which the driver would only break off.
 */
final class Documents<D, T> {
  private final MongoCollection<D> collection;
  private final Function<D, T> reader;

  Documents(MongoCollection<D> collection, Function<D, T> reader) {
    this.collection = collection;
    this.reader = reader;
  }

  FindIterable<RawBsonDocument> find(Document filter) {
    return collection.find(filter, RawBsonDocument.class);
  }

  /**
   * The one document that was found, if any.
   *
   * @throws UnreadableDocument if it cannot be read
   */
  Optional<T> first(FindIterable<RawBsonDocument> found) {
    return Optional.ofNullable(found.first()).map(this::read);
  }

  /**
   * All of these documents.
   *
   * @throws UnreadableDocument naming every one that cannot be read
   */
  List<T> all(List<RawBsonDocument> documents) {
    List<T> read = new ArrayList<>();
    List<UnreadableDocument> unreadable = new ArrayList<>();
    for (RawBsonDocument document : documents) {
      try {
        read.add(read(document));
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
   * This document.
   *
   * @throws UnreadableDocument if it cannot be read
   */
  T read(RawBsonDocument document) {
    Codec<D> codec = collection.getCodecRegistry().get(collection.getDocumentClass());
    try {
      return reader.apply(document.decode(codec));
    } catch (InvalidInput | BSONException e) {
      throw unreadable(document, e);
    } catch (CodecConfigurationException e) {
      // The outer one speaks of codecs, the inner one of the field.
      throw unreadable(
          document, e.getCause() instanceof CodecConfigurationException inner ? inner : e);
    }
  }

  private UnreadableDocument unreadable(RawBsonDocument document, RuntimeException why) {
    return new UnreadableDocument(
        collection.getNamespace().getCollectionName(), document.get("_id"), why);
  }
}
