package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.application.port.Deadline;
import java.util.regex.Pattern;

/**
 * Takes every token that has the form of one: only the system behind the store can verify it, and
 * does so at each call.
 */
final class PassThroughAuthenticator implements Authenticator {
  /** RFC 6750, section 2.1: {@code b64token}. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  @Override
  public Caller authenticate(BearerToken token, Deadline deadline) {
    if (!TOKEN.matcher(token.value()).matches()) {
      throw new Unauthenticated("The token is none by its form.");
    }
    return new Caller.Unverified();
  }
}
