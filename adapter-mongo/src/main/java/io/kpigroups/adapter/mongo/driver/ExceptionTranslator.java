package io.kpigroups.adapter.mongo.driver;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;

/**
 * Turns exceptions of the driver into failures of the port. Their messages go to clients, so they
 * do not quote the driver, which names hosts; the cause is for the log.
 *
 * <p>After most errors a change may have been made all the same: a router or gateway sends a
 * command again if it lost the answer, and passes on the error of the second try.
 */
final class ExceptionTranslator {
  private static final String UNREACHABLE =
      "The database cannot be reached or did not answer in time.";
  private static final String GARBLED = "The answer of the database cannot be read.";
  private static final String REFUSED = "The database refused the operation.";

  /**
   * Errors after which a command was not done, at the first try or the second: Unauthorized,
   * AuthenticationFailed, CommandNotFound, DocumentValidationFailure, BSONObjectTooLarge, a
   * document that an update would make too large, and a duplicate key.
   */
  private static final Set<Integer> REFUSALS = Set.of(13, 18, 59, 121, 10334, 17419, 11000, 11001);

  private ExceptionTranslator() {}

  /**
   * Does the work.
   *
   * @param once whether it is a change that must not be repeated blindly; reads may be repeated,
   *     and so may changes that set a state
   * @throws OutcomeUnknown if {@code once}, and the change was sent and may have been made
   * @throws StorageUnavailable if it failed otherwise
   */
  static <T> T translate(boolean once, Supplier<T> work) {
    SentCommandListener.SENT.remove();
    try {
      return work.get();
    } catch (MongoException | BSONException | CodecConfigurationException e) {
      boolean refused = errorCode(e).filter(REFUSALS::contains).isPresent();
      throw once && !refused && SentCommandListener.SENT.get()
          ? new OutcomeUnknown(message(e) + " The change was sent and may have been applied.", e)
          : new StorageUnavailable(message(e), e);
    }
  }

  private static String message(RuntimeException e) {
    String unanswered = e instanceof MongoException ? UNREACHABLE : GARBLED;
    return errorCode(e)
        .map(
            code ->
                REFUSALS.contains(code)
                    ? REFUSED
                    : "The database answered with error " + code + ".")
        .orElse(unanswered);
  }

  /**
   * The code of the error that the server answered with, if it did answer. If authentication
   * failed, the reason counts, since it fails too when a server behind a gateway is down.
   */
  private static Optional<Integer> errorCode(RuntimeException e) {
    Throwable reason = e instanceof MongoSecurityException ? e.getCause() : e;
    return reason instanceof MongoServerException answer
        ? Optional.of(answer.getCode())
        : Optional.empty();
  }
}
