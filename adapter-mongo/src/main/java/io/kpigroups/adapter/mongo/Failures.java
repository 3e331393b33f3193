package io.kpigroups.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the driver throws into failures of the port. Messages go to clients, so they hold
 * nothing of the driver's, which names hosts; the cause is for the log.
 *
 * <p>A change that was sent may have been made whatever error came back, unless the error is one of
 * few: a router or gateway repeats a command whose answer it lost, and tells the error of the
 * second.
 */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private static final String UNREACHABLE =
      "The database cannot be reached or did not answer in time.";
  private static final String REFUSED = "The database refused the operation.";
  private static final String UNREADABLE =
      "The database holds data that cannot be read; the log of the service names it.";
  private static final String UNKNOWN =
      "The change was sent to the database and the answer was lost: it may have been applied.";

  /**
   * What a server says of a command that it does not do, and would not do the second time either:
   * Unauthorized, AuthenticationFailed, CommandNotFound, DocumentValidationFailure,
   * BSONObjectTooLarge, a document that an update would make too large, and a duplicate key.
   */
  private static final Set<Integer> REFUSALS = Set.of(13, 18, 59, 121, 10334, 17419, 11000, 11001);

  private Failures() {}

  /**
   * Does what may be repeated: reads, and writes that set a state.
   *
   * @throws StorageUnavailable if the database did not do it, or may not have
   */
  static <T extends @Nullable Object> T repeatable(Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException e) {
      throw unavailable(e);
    } catch (UnreadableDocument e) {
      LOG.error("Documents that cannot be read: " + e.getMessage());
      throw new StorageUnavailable(UNREADABLE, e);
    } catch (BSONException | CodecConfigurationException e) {
      throw new StorageUnavailable(UNREADABLE, e);
    }
  }

  /**
   * Sends one write that must not be repeated blindly.
   *
   * @throws StorageUnavailable if the write was not sent, or was refused
   * @throws OutcomeUnknown if it was sent and the database did not say what became of it, or not so
   *     that it can be understood
   */
  static <T extends @Nullable Object> T once(Supplier<T> write) {
    SentCommands.forget();
    try {
      return write.get();
    } catch (MongoException e) {
      throw SentCommands.any() && !isRefusal(e) ? new OutcomeUnknown(UNKNOWN, e) : unavailable(e);
    } catch (BSONException | CodecConfigurationException e) {
      throw SentCommands.any()
          ? new OutcomeUnknown(UNKNOWN, e)
          : new StorageUnavailable(UNREADABLE, e);
    } finally {
      SentCommands.forget();
    }
  }

  /** Writes, and tells whether it did; it did not if a unique key has such a document. */
  static boolean unlessDuplicate(Runnable write) {
    try {
      write.run();
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private static StorageUnavailable unavailable(MongoException e) {
    return new StorageUnavailable(isRefusal(e) ? REFUSED : UNREACHABLE, e);
  }

  /**
   * Whether the server said that it did not do it. That a connection could not be authenticated is
   * said of a server too that is down behind a gateway: what counts is the reason.
   */
  private static boolean isRefusal(MongoException e) {
    if (e instanceof MongoSecurityException) {
      return e.getCause() instanceof MongoCommandException reason
          && REFUSALS.contains(reason.getCode());
    }
    boolean answered = e instanceof MongoCommandException || e instanceof MongoWriteException;
    return answered && REFUSALS.contains(e.getCode());
  }
}
