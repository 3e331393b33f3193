package io.kpigroups.adapter.mongo.driver;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.known;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.UpdateOptions;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * One collection, for one call: every command has the time that is left of the call, and exceptions
 * of the driver become failures of the port.
 *
 * <p>Panache's finds and updates take no timeout for one call, so its repositories only give the
 * collection. The driver counts everything into the time: choosing a server, waiting for a
 * connection, opening it, and the answer; the server is told the time as {@code maxTimeMS}.
 *
 * <p>A document that a newer version of the service wrote is never changed.
 *
 * @param all the driver's collection
 * @param deadline that of the call
 * @param isOnce whether changes must not be repeated blindly
 * @param <D> the type of the documents
 */
public record TimedCollection<D>(MongoCollection<D> all, Deadline deadline, boolean isOnce) {
  /**
   * More documents than one answer has room for; some servers make room for as many as one says.
   */
  static final int MOST_AT_ONCE = 100_000;

  /**
   * The same collection for changes that must not be repeated blindly: they throw {@link
   * io.kpigroups.application.port.OutcomeUnknown} if they fail and may have been made.
   */
  public TimedCollection<D> once() {
    return new TimedCollection<>(all, deadline, true);
  }

  /**
   * The driver's collection.
   *
   * @throws StorageUnavailable if no time is left
   */
  public MongoCollection<D> withTimeLeft() {
    return all.withTimeout(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The first document that matches. */
  public <T> Optional<T> first(Document filter, Projection<D, T> as) {
    return translate(() -> reader().first(1, find(filter, as).limit(1), as.mapper()))
        .items()
        .stream()
        .findFirst();
  }

  /** As {@link DocumentReader#upTo}. */
  public <T> List<T> upTo(int most, Document filter, Bson sort, Projection<D, Optional<T>> as) {
    return translate(() -> reader().upTo(most, find(filter, as).sort(sort), as.mapper()));
  }

  /** All documents that match, in any order. */
  public <T> List<T> each(Document filter, Projection<D, T> as) {
    return translate(
            () ->
                reader()
                    .first(
                        Integer.MAX_VALUE, find(filter, as).batchSize(MOST_AT_ONCE), as.mapper()))
        .items();
  }

  FindIterable<RawBsonDocument> find(Document filter, Projection<D, ?> as) {
    return withTimeLeft().find(filter, RawBsonDocument.class).projection(as.fields());
  }

  DocumentReader<D> reader() {
    return new DocumentReader<>(all);
  }

  /**
   * All values of a field in the documents that match, each once. They come in one document, which
   * may have 16 MB.
   *
   * @throws StorageUnavailable also if they are more
   */
  public List<BsonValue> distinct(String field, Document filter) {
    return translate(
        () -> withTimeLeft().distinct(field, filter, BsonValue.class).into(new ArrayList<>()));
  }

  /**
   * How many documents match. No limit is given, however high, since MongoDB's fastest way to count
   * the entries of an index (COUNT_SCAN) takes none.
   */
  public long count(Document filter) {
    return translate(() -> withTimeLeft().countDocuments(filter));
  }

  /** How many documents match; counting stops at {@code most}. */
  public long count(Document filter, int most) {
    CountOptions enough = new CountOptions().limit(most);
    return translate(() -> withTimeLeft().countDocuments(filter, enough));
  }

  /** Inserts the document; false if its id is taken. */
  public boolean insert(D document) {
    return write(collection -> collection.insertOne(document).wasAcknowledged());
  }

  /** Changes the document if it matches; false if it does not. */
  public boolean update(Document one, Bson change) {
    return write(collection -> collection.updateOne(known(one), change).getMatchedCount() == 1);
  }

  /**
   * Changes the document, or makes it if its id is free; false if it is there and does not match.
   */
  public boolean upsert(Document one, Bson change) {
    UpdateOptions upsert = new UpdateOptions().upsert(true);
    return write(collection -> collection.updateOne(known(one), change, upsert).wasAcknowledged());
  }

  /** Changes all documents that match. */
  public void updateAll(Document filter, Bson change) {
    write(collection -> collection.updateMany(known(filter), change).wasAcknowledged());
  }

  /** Replaces the document if it matches; false if it does not. */
  public boolean replace(Document one, D document) {
    return write(collection -> collection.replaceOne(known(one), document).getMatchedCount() == 1);
  }

  /** Deletes the document if it matches; false if it does not. */
  public boolean delete(Document one) {
    return write(collection -> collection.deleteOne(known(one)).getDeletedCount() == 1);
  }

  /** Deletes all documents that match. */
  public void deleteAll(Document filter) {
    write(collection -> collection.deleteMany(known(filter)).wasAcknowledged());
  }

  /** What the command answers; false if another document has the same unique key. */
  private boolean write(Predicate<MongoCollection<D>> command) {
    return translate(
        () -> {
          try {
            return command.test(withTimeLeft());
          } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
              return false;
            }
            throw e;
          }
        });
  }

  <T> T translate(Supplier<T> work) {
    return ExceptionTranslator.translate(isOnce, work);
  }
}
