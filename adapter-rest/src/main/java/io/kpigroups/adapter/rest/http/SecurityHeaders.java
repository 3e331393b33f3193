package io.kpigroups.adapter.rest.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields that tell a browser to be careful: not to guess types, not to frame, not to pass
 * addresses on, to run nothing. See docs/adr/0016 for why not by {@code quarkus.http.header}.
 * {@code Strict-Transport-Security} is for whoever ends TLS.
 */
@ApplicationScoped
public class SecurityHeaders {
  private static final Pattern ORIGIN = Pattern.compile("(?i)\\borigin\\b");

  /**
   * The fields of a refusal. Those but {@code Cache-Control} are in every answer that has none of
   * its own.
   */
  public static final Map<String, String> OF_REFUSALS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  public void registerFilter(@Observes Filters filters) {
    filters.register(
        http -> {
          http.addHeadersEndHandler(sent -> complete(http));
          http.next();
        },
        FilterPriorities.SECURITY_HEADERS);
  }

  /**
   * Adds what is missing when the answer is about to be sent. An answer of the API is not to be
   * kept, unless it says how long. And the {@code Vary} of a resource has replaced that of CORS.
   */
  private static void complete(RoutingContext http) {
    MultiMap headers = http.response().headers();
    boolean ofApi = String.valueOf(http.request().path()).startsWith(Endpoint.BASE);
    OF_REFUSALS.forEach(
        (name, value) -> {
          if (!headers.contains(name) && (ofApi || !name.equals("Cache-Control"))) {
            headers.set(name, value);
          }
        });
    String allowed = headers.get("Access-Control-Allow-Origin");
    if (allowed != null && !allowed.equals("*") && !isOriginTold(headers)) {
      headers.add("Vary", "Origin");
    }
  }

  private static boolean isOriginTold(MultiMap headers) {
    return ORIGIN.matcher(String.join(", ", headers.getAll("Vary"))).find();
  }
}
