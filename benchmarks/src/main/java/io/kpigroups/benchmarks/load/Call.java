package io.kpigroups.benchmarks.load;

import org.jspecify.annotations.Nullable;

/**
 * One request, and the status that it should be answered with.
 *
 * @param path from the base path of the API on, with its query
 * @param account the account header
 * @param token without "Bearer"
 * @param body JSON
 */
public record Call(
    String method, String path, String account, String token, @Nullable String body, int status) {

  /** The base path of the API. */
  public static final String BASE = "/api/v1";
}
