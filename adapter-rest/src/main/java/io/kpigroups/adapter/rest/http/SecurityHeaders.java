package io.kpigroups.adapter.rest.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields that tell a browser to be careful, for answers that Quarkus's settings do not reach
 * ({@code quarkus.http.header}, in {@code application.properties}): a request whose path cannot be
 * read, and what is refused before there is a request.
 */
@ApplicationScoped
public class SecurityHeaders {
  private static final Pattern ORIGIN = Pattern.compile("(?i)\\borigin\\b");

  /**
   * The fields of a refusal, the same as in {@code application.properties}; a test compares them.
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
   * When all fields are known: forbids to keep an answer of the API that does not say how long it
   * may be kept, and adds what CORS had said, in the place of which a resource has put its {@code
   * Vary}.
   */
  private static void complete(RoutingContext http) {
    MultiMap headers = http.response().headers();
    boolean ofApi = String.valueOf(http.request().path()).startsWith(Endpoint.BASE);
    if (ofApi && !headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
    String allowed = headers.get("Access-Control-Allow-Origin");
    List<String> vary = new ArrayList<>(headers.getAll("Vary"));
    boolean told = vary.stream().anyMatch(value -> ORIGIN.matcher(value).find());
    if (allowed != null && !allowed.equals("*") && !told) {
      vary.add("Origin");
      headers.set("Vary", String.join(", ", vary));
    }
  }
}
