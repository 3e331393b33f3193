package com.example.cli;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.value.AccountId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where the service is, and as whom it is called.
 *
 * @param token the token, without "Bearer"
 * @param deadline how long each call may take
 */
record Connection(URI url, AccountId account, String token, Duration deadline) {
  /** The service verifies the token and knows the user: we vouch for the account's name only. */
  Call call() {
    return new Call(Actor.delegated(Optional.of(account)), Deadline.in(deadline));
  }

  /** Whether others may see the token on its way. */
  boolean isExposed() {
    boolean isHere = String.valueOf(url.getHost()).matches("localhost|127\\.[0-9.]+|\\[::1]");
    return "http".equalsIgnoreCase(url.getScheme()) && !isHere;
  }

  /** The settings of the adapter. */
  Map<String, String> settings() {
    String time = deadline.toString();
    return Map.of(
        "kpigroups.upstream.url", url.toString(),
        "kpigroups.upstream.connect-timeout", time,
        "kpigroups.upstream.read-timeout", time);
  }

  @Override
  public String toString() {
    return "Connection[url=" + url + ", account=" + account.value() + "]";
  }
}
