package io.kpigroups.adapter.mongo.driver;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.PageRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BSONException;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jboss.logging.Logger;

/**
 * Reads documents one by one, so that the log names every one that cannot be read. The driver's own
 * reading would end at the first value of a wrong type.
 */
record DocumentReader<D>(MongoCollection<D> collection) {
  private static final Logger LOG = Logger.getLogger(DocumentReader.class);

  /** A list whose rows are decided here may come past any number of them. */
  private static final int MOST_NAMED = 1_000;

  private static final String UNREADABLE =
      "The database holds data that cannot be read; the log of the service names it.";

  /**
   * Some documents of those that were found.
   *
   * @param more whether there is another one, which was not read
   */
  record Rows<T>(List<T> items, boolean more) {}

  /**
   * The first documents.
   *
   * @throws StorageUnavailable if one of them cannot be read
   */
  <T> Rows<T> first(int most, FindIterable<RawBsonDocument> found, Function<D, T> mapper) {
    return refusing(most, found, mapper.andThen(Optional::of));
  }

  /**
   * A range of the documents that the mapper accepts. No more are read than it takes to know that
   * another one is behind it.
   *
   * @throws StorageUnavailable if one of those that were looked at cannot be read
   */
  <T> Rows<T> accepted(
      PageRange range, FindIterable<RawBsonDocument> found, Function<D, Optional<T>> mapper) {
    AtomicLong before = new AtomicLong(range.skip());
    int most = (int) Math.min(range.limit() + 1L, Integer.MAX_VALUE);
    List<T> rows =
        refusing(
                most,
                found,
                mapper.andThen(row -> row.filter(accepted -> before.getAndDecrement() <= 0)))
            .items();
    return new Rows<>(rows.stream().limit(range.limit()).toList(), rows.size() > range.limit());
  }

  /**
   * How many of the documents are to be counted.
   *
   * @throws StorageUnavailable if one cannot be read
   */
  long count(FindIterable<RawBsonDocument> found, Function<D, Boolean> isCounted) {
    AtomicLong count = new AtomicLong();
    refusing(
        1,
        found,
        document -> {
          count.addAndGet(isCounted.apply(document) ? 1 : 0);
          return Optional.empty();
        });
    return count.get();
  }

  private <T> Rows<T> refusing(
      int most, FindIterable<RawBsonDocument> found, Function<D, Optional<T>> mapper) {
    List<String> unreadable = new ArrayList<>();
    Rows<T> rows = read(most, found, mapper, name -> refuse(unreadable, name));
    if (!unreadable.isEmpty()) {
      throw refused(unreadable);
    }
    return rows;
  }

  private static void refuse(List<String> unreadable, String name) {
    unreadable.add(name);
    if (unreadable.size() == MOST_NAMED) {
      throw refused(unreadable);
    }
  }

  private static StorageUnavailable refused(List<String> unreadable) {
    String names = "Documents that cannot be read: " + String.join("; ", unreadable);
    LOG.error(names);
    return new StorageUnavailable(UNREADABLE, new IllegalStateException(names));
  }

  /** The first documents that the mapper accepts; those that cannot be read are skipped. */
  <T> List<T> upTo(int most, FindIterable<RawBsonDocument> found, Function<D, Optional<T>> mapper) {
    Consumer<String> skip = name -> LOG.error("This document cannot be read: " + name);
    return read(most, found.batchSize(most), mapper, skip).items();
  }

  private <T> Rows<T> read(
      int most,
      FindIterable<RawBsonDocument> found,
      Function<D, Optional<T>> mapper,
      Consumer<String> unreadable) {
    Codec<D> codec = collection.getCodecRegistry().get(collection.getDocumentClass());
    List<T> read = new ArrayList<>();
    try (MongoCursor<RawBsonDocument> cursor = found.cursor()) {
      while (read.size() < most && cursor.hasNext()) {
        RawBsonDocument document = cursor.next();
        try {
          mapper.apply(document.decode(codec)).ifPresent(read::add);
        } catch (InvalidInput | BSONException | CodecConfigurationException e) {
          unreadable.accept(name(document) + ": " + e.getMessage());
        }
      }
      return new Rows<>(read, cursor.hasNext());
    }
  }

  /** Its collection and id, which are no secrets. The id may have any type. */
  private String name(RawBsonDocument document) {
    Object id = document.decode(new DocumentCodec()).get("_id");
    String name = collection.getNamespace().getCollectionName() + " " + id;
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
