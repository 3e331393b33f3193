package io.kpigroups.adapter.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every answer tells a browser: not to guess types, not to frame, not to pass addresses on, to
 * run nothing, and to keep nothing of the API. Strict-Transport-Security is for whoever ends TLS.
 */
@ApplicationScoped
class SecurityHeaders {
  private static final int BEFORE_INGRESS = 10_001;
  private static final String LOCKED =
      "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** An answer that is not a page needs nothing. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** The page that says what this is has a little style and runs nothing. */
  private static final String HOME = "default-src 'none'; style-src 'unsafe-inline'" + LOCKED;

  /** Swagger UI runs its files only, and no script that is written into a page. */
  private static final String CONSOLE =
      "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self'"
          + " 'unsafe-inline'; script-src 'self'"
          + LOCKED;

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer");

  private static final Pattern ORIGIN = Pattern.compile("(?i)\\borigin\\b");

  void registerFilter(@Observes Filters filters) {
    filters.register(
        http -> {
          put(http);
          http.next();
        },
        BEFORE_INGRESS);
  }

  /** Sets the fields for the answer to come; may be repeated. */
  static void put(RoutingContext http) {
    String path = String.valueOf(http.request().path());
    MultiMap headers = http.response().headers();
    ALWAYS.forEach(headers::set);
    headers.set("Content-Security-Policy", policy(path));
    if (path.startsWith(Routes.BASE)) {
      http.addHeadersEndHandler(
          sent -> {
            if (!headers.contains("Cache-Control")) {
              headers.set("Cache-Control", "no-store");
            }
            varyByOrigin(headers);
          });
    }
  }

  /** The fields of an answer that is no page. */
  static Map<String, String> ofData() {
    Map<String, String> fields = new TreeMap<>(ALWAYS);
    fields.put("Content-Security-Policy", NOTHING);
    return fields;
  }

  private static String policy(String path) {
    if (path.equals("/")) {
      return HOME;
    }
    return path.startsWith("/q/swagger-ui") ? CONSOLE : NOTHING;
  }

  /** What a resource says that its answer varies by takes the place of what CORS had said. */
  private static void varyByOrigin(MultiMap headers) {
    String allowed = headers.get("Access-Control-Allow-Origin");
    List<String> vary = headers.getAll("Vary");
    boolean told = vary.stream().anyMatch(value -> ORIGIN.matcher(value).find());
    if (allowed != null && !allowed.equals("*") && !told) {
      headers.set(
          "Vary",
          Stream.concat(vary.stream(), Stream.of("Origin")).collect(Collectors.joining(", ")));
    }
  }
}
