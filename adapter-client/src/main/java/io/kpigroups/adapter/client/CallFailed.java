package io.kpigroups.adapter.client;

import java.time.Duration;
import java.util.Optional;

/** A call that brought no answer, or an answer by which upstream says that it failed. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What became of the call. */
  enum Kind {
    /** There was no connection, so nothing was sent. */
    NOT_SENT,
    /** It took too long to get a connection, so nothing was sent. */
    NOT_SENT_IN_TIME,
    /** There was no answer in time. */
    TOO_SLOW,
    /** The connection broke, or the answer was larger than what is taken. */
    LOST,
    /** Upstream says that it failed. */
    SERVER_ERROR,
    /** Upstream wants to be called less often; nothing was done. */
    TOO_OFTEN,
    /** Upstream sends the call elsewhere, where no token of ours goes; nothing was done. */
    REDIRECT
  }

  private final Kind kind;
  private final transient Optional<Answer> answer;

  CallFailed(Kind kind, Throwable cause) {
    super(kind.name(), cause);
    this.kind = kind;
    this.answer = Optional.empty();
  }

  CallFailed(Kind kind, Answer answer) {
    super(kind + " (HTTP status " + answer.status() + ")");
    this.kind = kind;
    this.answer = Optional.of(answer);
  }

  Kind kind() {
    return kind;
  }

  /** What upstream said, where it said anything. */
  Optional<Answer> answer() {
    return answer;
  }

  /** How long upstream asks to be left alone. */
  Optional<Duration> retryAfter() {
    return answer.flatMap(Answer::retryAfter);
  }

  /** Whether it speaks of an upstream that does not work, rather than of one that says no. */
  boolean isOutage() {
    return kind != Kind.TOO_OFTEN && kind != Kind.REDIRECT;
  }

  /** Whether another try may bring what this one did not. */
  boolean isPassing() {
    return kind != Kind.REDIRECT;
  }
}
