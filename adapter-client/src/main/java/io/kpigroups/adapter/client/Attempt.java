package io.kpigroups.adapter.client;

import io.kpigroups.adapter.client.CallFailed.Kind;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** One try of a call: waits for it no longer than there is time, and says what became of it. */
final class Attempt {
  private static final int TOO_MANY_REQUESTS = 429;

  private Attempt() {}

  /**
   * Makes the call.
   *
   * @param time how long it may take
   * @param fair how long upstream may take at least: what takes longer is its fault
   * @return the answer, which may be that the caller is wrong
   * @throws CallFailed if there is none, or if it says that upstream is wrong
   */
  static Answer make(Supplier<Uni<Response>> call, Duration time, Duration fair) {
    Answer answer;
    try {
      answer = call.get().map(Answer::of).ifNoItem().after(time).fail().await().indefinitely();
    } catch (RuntimeException e) {
      Kind kind = kind(e);
      boolean cutShort = kind == Kind.TOO_SLOW && time.compareTo(fair) < 0;
      throw new CallFailed(cutShort ? Kind.CUT_SHORT : kind, e);
    }
    if (answer.status() >= 500) {
      throw new CallFailed(Kind.SERVER_ERROR, answer);
    }
    if (answer.status() == TOO_MANY_REQUESTS) {
      throw new CallFailed(Kind.TOO_OFTEN, answer);
    }
    if (answer.status() < 200 || (answer.status() >= 300 && answer.status() < 400)) {
      throw new CallFailed(Kind.REDIRECT, answer);
    }
    return answer;
  }

  private static Kind kind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AnswerTooLarge) {
        return Kind.TOO_LARGE;
      }
      if (cause instanceof TimeoutException) {
        return Kind.TOO_SLOW;
      }
      if (cause instanceof ConnectException) {
        return isTimeout(cause) ? Kind.NOT_SENT_IN_TIME : Kind.NOT_SENT;
      }
      if (cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof SSLException) {
        return Kind.NOT_SENT;
      }
    }
    return Kind.LOST;
  }

  /** Netty's exception for it is a ConnectException too; its class is not ours to know. */
  private static boolean isTimeout(Throwable failure) {
    String text = failure.toString().toLowerCase(Locale.ROOT);
    return text.contains("timeout") || text.contains("timed out");
  }
}
