package io.kpigroups.adapter.client;

import io.kpigroups.adapter.client.Circuit.Sign;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A call that brought no answer, or an answer by which upstream says that it failed. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Bad gateway, service unavailable, gateway timeout. */
  private static final Set<Integer> OUTAGES = Set.of(502, 503, 504);

  /** What became of the call. */
  enum Kind {
    /** There was no connection, so nothing was sent. */
    NOT_SENT,
    /** It took too long to get a connection, so nothing was sent. */
    NOT_SENT_IN_TIME,
    /** There was no answer in time. */
    TOO_SLOW,
    /** It was given up before its time, because there was only little left. */
    CUT_SHORT,
    /** The connection broke. */
    LOST,
    /** The answer was larger than what is taken, and not read to its end. */
    TOO_LARGE,
    /** Upstream says that it failed. */
    SERVER_ERROR,
    /** Upstream wants to be called less often; nothing was done. */
    TOO_OFTEN,
    /** Upstream sends the call elsewhere, where no token of ours goes; nothing was done. */
    REDIRECT
  }

  private final Kind kind;
  private final transient Optional<Answer> answer;

  /** What the failure says is kept only where it can be nothing that upstream has sent. */
  CallFailed(Kind kind, Throwable failure) {
    super(kind + ": " + words(root(failure)));
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

  /**
   * What it says about upstream. One that says no, or that one request is too much for, works: by
   * that anybody could have it left alone for everybody. What we did ourselves says nothing.
   */
  Sign sign() {
    return switch (kind) {
      case CUT_SHORT, TOO_LARGE -> Sign.NOTHING;
      case TOO_OFTEN, REDIRECT -> Sign.WORKS;
      case SERVER_ERROR ->
          answer.map(Answer::status).filter(OUTAGES::contains).isPresent()
              ? Sign.FAILS
              : Sign.WORKS;
      case NOT_SENT, NOT_SENT_IN_TIME, TOO_SLOW, LOST -> Sign.FAILS;
    };
  }

  /** Whether another try may bring what this one did not. */
  boolean isPassing() {
    return kind != Kind.REDIRECT && kind != Kind.TOO_LARGE;
  }

  /** Whether upstream may have done what it was asked for. */
  boolean mayBeDone() {
    return switch (kind) {
      case NOT_SENT, NOT_SENT_IN_TIME, TOO_OFTEN, REDIRECT -> false;
      case TOO_SLOW, CUT_SHORT, LOST, TOO_LARGE, SERVER_ERROR -> true;
    };
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String words(Throwable root) {
    boolean ofTheNetwork =
        root instanceof ConnectException
            || root instanceof UnknownHostException
            || root instanceof GeneralSecurityException;
    boolean ours = root instanceof AnswerTooLarge;
    return ofTheNetwork || ours ? root.toString() : root.getClass().getName();
  }
}
