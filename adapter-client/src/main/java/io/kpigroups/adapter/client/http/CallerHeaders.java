package io.kpigroups.adapter.client.http;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the upstream API reads it. A header that is null is not sent.
 *
 * @param token the value of {@code Authorization}
 * @param account the id of the account
 */
public record CallerHeaders(@Nullable String token, @Nullable String account) {

  /** The same, under the name that the REST client looks for. */
  @HeaderParam("Authorization")
  public @Nullable String getToken() {
    return token;
  }

  /** The same, under the name that the REST client looks for. */
  @HeaderParam("gtmhub-accountId")
  public @Nullable String getAccount() {
    return account;
  }
}
