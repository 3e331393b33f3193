package io.kpigroups.adapter.client;

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
   * Whether it speaks of an upstream that does not work, rather than of one that says no, or that
   * one request is too much for: by that anybody could have it left alone for everybody.
   */
  boolean isOutage() {
    return switch (kind) {
      case TOO_OFTEN, REDIRECT -> false;
      case SERVER_ERROR -> answer.map(Answer::status).filter(OUTAGES::contains).isPresent();
      default -> true;
    };
  }

  /** Whether another try may bring what this one did not. */
  boolean isPassing() {
    return kind != Kind.REDIRECT;
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
    return ofTheNetwork ? root.toString() : root.getClass().getName();
  }
}
