package io.kpigroups.adapter.client.http;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import io.smallrye.mutiny.TimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a call failed. */
public enum FailureReason {
  /** The response was larger than what is accepted, and not read to its end. */
  TOO_LARGE(TooLongFrameException.class),
  /** There was no response in time. */
  TIMEOUT(TimeoutException.class),
  /** There was no response, but the call also had less time than a call usually gets. */
  SHORT_TIMEOUT,
  /** There was no connection in time, so nothing was sent. */
  CONNECT_TIMEOUT(ConnectTimeoutException.class),
  /** There was no connection, so nothing was sent. */
  NOT_CONNECTED(
      ConnectException.class,
      UnknownHostException.class,
      UnresolvedAddressException.class,
      SSLException.class),
  /** The connection broke. */
  CONNECTION_LOST(Throwable.class),
  /** HTTP status 502, 503 or 504. */
  UNAVAILABLE,
  /** Any other HTTP status from 500 on, or one that there is not; but 501 is a refusal. */
  SERVER_ERROR,
  /** HTTP status 429: nothing was done. */
  TOO_MANY_REQUESTS,
  /** A redirect, which is not followed because our token must not go elsewhere. */
  REDIRECT;

  private final List<Class<? extends Throwable>> causes;

  @SafeVarargs
  FailureReason(Class<? extends Throwable>... causes) {
    this.causes = List.of(causes);
  }

  /** Whether upstream may have done what it was asked for. */
  public boolean isMaybeApplied() {
    return switch (this) {
      case CONNECT_TIMEOUT, NOT_CONNECTED, TOO_MANY_REQUESTS, REDIRECT -> false;
      default -> true;
    };
  }

  /** Whether another try may have more success. */
  public boolean isTransient() {
    return this != TOO_LARGE && this != REDIRECT;
  }

  /** The first reason in the order above that fits the failure or one of its causes. */
  public static FailureReason of(Throwable failure) {
    return Stream.of(values())
        .filter(reason -> chain(failure).anyMatch(reason::isCausedBy))
        .findFirst()
        .orElseThrow();
  }

  /** The reason by the status of a response; empty if the call did not fail. */
  static Optional<FailureReason> of(int status) {
    return switch (status / 100) {
      case 2 -> Optional.empty();
      case 3 -> Optional.of(REDIRECT);
      case 4 -> Optional.of(TOO_MANY_REQUESTS).filter(reason -> status == 429);
      default ->
          Optional.of(status >= 502 && status <= 504 ? UNAVAILABLE : SERVER_ERROR)
              .filter(reason -> status != 501);
    };
  }

  /** The failure, its cause, the cause of that, and so on. */
  static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private boolean isCausedBy(Throwable failure) {
    return causes.stream().anyMatch(cause -> cause.isInstance(failure));
  }
}
