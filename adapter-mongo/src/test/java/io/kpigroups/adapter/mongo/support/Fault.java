package io.kpigroups.adapter.mongo.support;

import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * What befalls a command on its way.
 *
 * @param times how often the server does it
 * @param ending what comes back
 * @param answer what is answered instead of what the server says
 */
public record Fault(int times, Ending ending, BsonDocument answer) {
  /** What comes back. */
  enum Ending {
    /** The server's answer to the last that it did. */
    ITS_ANSWER,
    /** Another answer. */
    OTHER_ANSWER,
    /** Nothing at all. */
    NOTHING,
    /** Nothing, and the connection breaks. */
    BREAK
  }

  /**
   * InternalError, as DocumentDB's gateway says it of a server that is down; its code of a server
   * in recovery; HostUnreachable, PrimarySteppedDown, MaxTimeMSExpired, SocketException.
   */
  private static final List<Integer> ERRORS = List.of(1, 50463173, 6, 189, 50, 9001);

  /** All goes well. */
  public static final Fault NONE = new Fault(1, Ending.ITS_ANSWER, ok(1));

  /** The server does it, and nobody says so. */
  public static final Fault ANSWER_LOST = new Fault(1, Ending.BREAK, ok(1));

  /** The server does it, and its answer never comes. */
  public static final Fault ANSWER_MISSING = new Fault(1, Ending.NOTHING, ok(1));

  /** The connection breaks before the server gets it. */
  public static final Fault COMMAND_LOST = new Fault(0, Ending.BREAK, ok(1));

  /** The server does it twice, and the answer is that to the second. */
  public static final Fault DONE_TWICE = new Fault(2, Ending.ITS_ANSWER, ok(1));

  /** The server does it, and the answer makes no sense. */
  public static final Fault ANSWER_GARBLED = new Fault(1, Ending.OTHER_ANSWER, ok(1));

  /** The server does it, and the answer is an error. */
  public static Fault doneButFailed(int code) {
    return new Fault(1, Ending.OTHER_ANSWER, error(code));
  }

  /** The server does it, and cannot say that most members have it. */
  public static Fault doneButNotKept() {
    BsonDocument why = new BsonDocument("code", new BsonInt32(64));
    BsonDocument answer = ok(1).append("n", new BsonInt32(1)).append("nModified", new BsonInt32(1));
    return new Fault(
        1,
        Ending.OTHER_ANSWER,
        answer.append("writeConcernError", why.append("errmsg", new BsonString("secret"))));
  }

  /** The server does not get it, and the answer is an error. */
  public static Fault failed(int code) {
    return new Fault(0, Ending.OTHER_ANSWER, error(code));
  }

  /** What leaves a change done that nobody confirmed. */
  public static List<Fault> done() {
    return Stream.concat(
            Stream.of(ANSWER_LOST, ANSWER_GARBLED, DONE_TWICE, doneButNotKept()),
            ERRORS.stream().map(Fault::doneButFailed))
        .toList();
  }

  /** What keeps a change from being done, and does not say so for certain. */
  public static List<Fault> undone() {
    return Stream.concat(Stream.of(COMMAND_LOST), ERRORS.stream().map(Fault::failed)).toList();
  }

  private static BsonDocument error(int code) {
    return ok(0).append("code", new BsonInt32(code)).append("errmsg", new BsonString("secret"));
  }

  private static BsonDocument ok(int ok) {
    return new BsonDocument("ok", new BsonInt32(ok));
  }
}
