package io.kpigroups.adapter.rest;

import io.kpigroups.application.port.Deadline;

/** Tells who sent a request. The embedding service brings one as a bean. May block. */
public interface Authenticator {

  /**
   * Verifies a token.
   *
   * @param token as it was sent
   * @param deadline how long it may block at the most
   * @throws Unauthenticated if it is not valid
   * @throws KeysUnavailable if the keys that verify tokens cannot be had at the moment
   */
  Caller authenticate(BearerToken token, Deadline deadline);

  /** There is no valid token. The message says why; the caller may read it. */
  final class Unauthenticated extends RuntimeException {
    public Unauthenticated(String message) {
      super(message);
    }
  }

  /** It cannot be known at the moment whether the token is valid. */
  final class KeysUnavailable extends RuntimeException {
    public KeysUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
