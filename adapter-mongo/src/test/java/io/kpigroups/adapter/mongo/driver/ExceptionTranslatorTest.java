package io.kpigroups.adapter.mongo.driver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.KpiGroupException;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the driver's exceptions, by what was sent before. */
class ExceptionTranslatorTest {
  private static final ServerAddress SERVER = new ServerAddress("secret.example");
  private static final String UNREACHABLE = "cannot be reached or did not answer";
  private static final String REFUSED = "refused";

  static List<MongoException> lost() {
    return List.of(
        new MongoSocketReadException("secret.example is gone", SERVER),
        new MongoOperationTimeoutException("secret.example is slow"),
        new MongoException(91, "secret.example steps down"),
        notAuthenticated(new MongoSocketReadException("secret.example is gone", SERVER)));
  }

  static List<MongoException> refusals() {
    return List.of(error(13), writeError(121), notAuthenticated(error(18)));
  }

  private static MongoSecurityException notAuthenticated(MongoException why) {
    return new MongoSecurityException(
        MongoCredential.createCredential("secret", "db", "secret".toCharArray()), "secret", why);
  }

  private static MongoCommandException error(int code) {
    return new MongoCommandException(
        new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)), SERVER);
  }

  @ParameterizedTest
  @MethodSource("lost")
  void aLostAnswerIsAnUnknownOutcomeOnlyOfAChangeThatWasSent(MongoException lost) {
    assertFails(() -> once(true, lost), OutcomeUnknown.class, "may have been applied");
    assertFails(() -> once(false, lost), StorageUnavailable.class, UNREACHABLE);
    assertFails(() -> repeatable(lost), StorageUnavailable.class, UNREACHABLE);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsARefusalWhateverWasSent(MongoException refusal) {
    assertFails(() -> once(true, refusal), StorageUnavailable.class, REFUSED);
    assertFails(() -> once(false, refusal), StorageUnavailable.class, REFUSED);
    assertFails(() -> repeatable(refusal), StorageUnavailable.class, REFUSED);
  }

  /** Of a router, a server that steps down, a gateway, and whatever a later version invents. */
  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 50, 89, 91, 189, 262, 9001, 10107, 11602, 50463173, 999_999})
  void anErrorThatIsNotKnownToRefuseIsToldAndLeavesTheOutcomeUnknown(int code) {
    String answered = "The database answered with error " + code + ".";
    for (MongoException error :
        List.of(error(code), writeError(code), notAuthenticated(error(code)))) {
      assertFails(
          () -> once(true, error),
          OutcomeUnknown.class,
          answered + " The change was sent and may have been applied.");
      assertFails(() -> once(false, error), StorageUnavailable.class, answered);
      assertFails(() -> repeatable(error), StorageUnavailable.class, answered);
    }
  }

  @Test
  void anAnswerThatCannotBeReadLeavesTheOutcomeOfAChangeUnknown() {
    RuntimeException garbled = new BsonInvalidOperationException("secret");
    assertFails(() -> once(true, garbled), OutcomeUnknown.class, "may have been applied");
    assertFails(
        () -> once(false, garbled),
        StorageUnavailable.class,
        "The answer of the database cannot be read.");
  }

  @Test
  void whatWasSentBeforeIsNothingOfTheNextChange() {
    MongoException lost = lost().get(0);

    assertFails(() -> once(true, lost), OutcomeUnknown.class, "may have been applied");
    assertFails(() -> once(false, lost), StorageUnavailable.class, UNREACHABLE);
    send();
    assertFails(() -> once(false, lost), StorageUnavailable.class, UNREACHABLE);
  }

  @Test
  void anAnswerThatCannotBeReadIsSaidToBeThat() {
    for (RuntimeException unreadable :
        List.of(
            new BsonInvalidOperationException("secret"),
            new CodecConfigurationException("secret"))) {
      assertFails(
          () -> repeatable(unreadable),
          StorageUnavailable.class,
          "The answer of the database cannot be read.");
    }
  }

  private static MongoWriteException writeError(int code) {
    return new MongoWriteException(
        new WriteError(code, "secret", new BsonDocument()), SERVER, Set.of());
  }

  private static void once(boolean sent, RuntimeException failure) {
    ExceptionTranslator.translate(
        true,
        () -> {
          if (sent) {
            send();
          }
          throw failure;
        });
  }

  private static void repeatable(RuntimeException failure) {
    ExceptionTranslator.translate(
        false,
        () -> {
          throw failure;
        });
  }

  /** What the driver tells its listeners right before it sends a command. */
  private static void send() {
    var connection = new ConnectionDescription(new ServerId(new ClusterId(), SERVER));
    BsonDocument command = new BsonDocument("insert", new BsonInt32(1));
    new SentCommandListener()
        .commandStarted(new CommandStartedEvent(null, 1, 1, connection, "db", "insert", command));
  }

  private static void assertFails(
      Runnable work, Class<? extends KpiGroupException> type, String message) {
    assertThatThrownBy(work::run)
        .isInstanceOf(type)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }
}
