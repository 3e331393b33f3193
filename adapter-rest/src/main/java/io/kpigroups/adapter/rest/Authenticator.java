package io.kpigroups.adapter.rest;

import io.kpigroups.application.port.Deadline;
import java.util.Optional;

/** Tells who sent a request. The embedding service brings one as a bean. May block. */
public interface Authenticator {

  /**
   * Verifies the value of the {@code Authorization} header.
   *
   * @param authorization the header's value; empty if the request has none
   * @param deadline how long it may block at the most
   * @throws Unauthenticated if there is no token, or none that is valid
   * @throws KeysUnavailable if the keys that verify tokens cannot be had at the moment
   */
  Caller authenticate(Optional<String> authorization, Deadline deadline);

  /** There is no valid token. The message says why, in words that may be shown to the caller. */
  final class Unauthenticated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String message) {
      super(message);
    }
  }

  /** Whether the token is valid cannot be said at the moment. */
  final class KeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeysUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
