package io.kpigroups.rival.vertx;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says.
 *
 * @param path the parts of the path behind {@link #BASE}; empty if it is somewhere else
 * @param query as it was sent; empty if there is none
 */
record Request(
    String method,
    List<String> path,
    MultiMap headers,
    MultiMap parameters,
    String query,
    Buffer body) {
  static final String BASE = "/api/v1/kpis/";

  static Request of(HttpServerRequest request, Buffer body) {
    String path = request.path();
    return new Request(
        request.method().name(),
        path.startsWith(BASE) ? List.of(path.substring(BASE.length()).split("/", -1)) : List.of(),
        request.headers(),
        request.params(),
        Optional.ofNullable(request.query()).orElse(""),
        body);
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  int limit() {
    String limit = parameter("limit").orElse("1000");
    try {
      int rows = Integer.parseInt(limit);
      if (rows >= 1 && rows <= 1000) {
        return rows;
      }
    } catch (NumberFormatException e) {
      // Refused as any other that does not fit.
    }
    throw new Refused(400, "limit must be 1 to 1000.");
  }
}
