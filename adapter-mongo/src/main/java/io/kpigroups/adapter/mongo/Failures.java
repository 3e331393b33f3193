package io.kpigroups.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import io.kpigroups.domain.OutcomeUnknown;
import io.kpigroups.domain.StorageUnavailable;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the driver throws into failures of the port. Messages go to clients, so they hold
 * nothing of the driver's, which names hosts; the cause is for the log.
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
   * Errors of a router that itself lost the answer: HostUnreachable, HostNotFound, NetworkTimeout,
   * ExceededTimeLimit and SocketException, which the drivers' specification of retryable writes
   * counts as such.
   */
  private static final Set<Integer> UNDECIDED = Set.of(6, 7, 89, 262, 9001);

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
   * @throws OutcomeUnknown if it was sent and the database did not say what became of it
   */
  static <T extends @Nullable Object> T once(Supplier<T> write) {
    SentCommands.forget();
    try {
      return write.get();
    } catch (MongoException e) {
      throw SentCommands.any() && !isRefusal(e) ? new OutcomeUnknown(UNKNOWN, e) : unavailable(e);
    } finally {
      SentCommands.forget();
    }
  }

  /** Inserts, and tells whether it did; it did not if a unique index has such a document. */
  static boolean unlessDuplicate(Runnable insert) {
    try {
      insert.run();
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** The failure of a write that lost every race. */
  static StorageUnavailable contended() {
    String message = "The same thing is being changed by others at this moment.";
    return new StorageUnavailable(message, new IllegalStateException(message));
  }

  private static StorageUnavailable unavailable(MongoException e) {
    return new StorageUnavailable(isRefusal(e) ? REFUSED : UNREACHABLE, e);
  }

  /**
   * Whether the server said that it did not do it. A server that steps down, or that ran out of
   * time while it worked or replicated, answers with exceptions of other types.
   */
  private static boolean isRefusal(MongoException e) {
    boolean answered = e instanceof MongoCommandException || e instanceof MongoWriteException;
    return e instanceof MongoSecurityException || (answered && !UNDECIDED.contains(e.getCode()));
  }
}
