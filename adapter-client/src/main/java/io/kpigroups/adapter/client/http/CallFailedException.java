package io.kpigroups.adapter.client.http;

import io.netty.handler.codec.TooLongFrameException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/** A call that got no response, or a response by which upstream says that it failed. */
public final class CallFailedException extends RuntimeException {
  private final FailureReason reason;
  private final transient Optional<UpstreamResponse> response;

  public CallFailedException(FailureReason reason, Throwable failure) {
    super(reason + ": " + describe(failure));
    this.reason = reason;
    this.response = Optional.empty();
  }

  CallFailedException(FailureReason reason, UpstreamResponse response) {
    super(reason + " (HTTP status " + response.status() + ")");
    this.reason = reason;
    this.response = Optional.of(response);
  }

  public FailureReason reason() {
    return reason;
  }

  /** What upstream said, if it said anything. */
  Optional<UpstreamResponse> response() {
    return response;
  }

  /** How long upstream asks to be left alone. */
  public Optional<Duration> retryAfter() {
    return response.flatMap(UpstreamResponse::retryAfter);
  }

  /** The root cause; its message only if nothing that upstream sent can be in it. */
  private static String describe(Throwable failure) {
    Throwable root = FailureReason.chain(failure).reduce(failure, (cause, next) -> next);
    boolean ours =
        root instanceof ConnectException
            || root instanceof UnknownHostException
            || root instanceof GeneralSecurityException
            || root instanceof TooLongFrameException;
    return ours ? root.toString() : root.getClass().getName();
  }
}
