package io.kpigroups.adapter.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pages for people: one that says what this is, and Swagger UI's, which Quarkus would write
 * with links that lead out of a prefix. All links are relative, so that they hold behind any.
 */
@ApplicationScoped
class Pages {
  static final String CONSOLE = "/q/swagger-ui/";

  private static final int BEHIND_INGRESS = SecurityHandlerPriorities.CORS - 2;
  private static final String HTML = "text/html;charset=UTF-8";

  private static final String HOME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width">
      <title>KPI groups</title>
      <style>
      body { font-family: sans-serif; line-height: 1.5; max-width: 40em; margin: 3em auto; padding: 0 1em }
      </style>
      </head>
      <body>
      <h1>KPI groups</h1>
      <p>This service puts several KPIs of a company account in one place; people favorite the
      groups that they watch. Programs use it below <code>api/v1/</code>, with a token.</p>
      <ul>
      <li><a href="q/swagger-ui/">Console</a>: every operation, to read of and to try</li>
      <li><a href="q/openapi">OpenAPI document</a>, also
      <a href="q/openapi?format=json">as JSON</a></li>
      <li><a href="{management}/q/health">Health</a> and
      <a href="{management}/q/info">version</a>: on the management port, {port}, which may not be
      open to you</li>
      </ul>
      </body>
      </html>
      """;

  private static final String CONSOLE_PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <title>KPI groups</title>
      <link rel="stylesheet" href="swagger-ui.css">
      <link rel="icon" href="favicon.ico">
      </head>
      <body>
      <div id="swagger-ui"></div>
      <script src="swagger-ui-bundle.js" charset="UTF-8"></script>
      <script src="console.js"></script>
      </body>
      </html>
      """;

  private static final String CONSOLE_SCRIPT =
      """
      SwaggerUIBundle({
        url: '../openapi',
        dom_id: '#swagger-ui',
        deepLinking: true,
        displayRequestDuration: true,
        tryItOutEnabled: true,
        persistAuthorization: true
      });
      """;

  private final ManagementAddress management;
  private final boolean hasConsole;

  Pages(
      ManagementAddress management,
      @ConfigProperty(name = "quarkus.swagger-ui.enabled", defaultValue = "true")
          boolean hasConsole) {
    this.management = management;
    this.hasConsole = hasConsole;
  }

  void registerFilter(@Observes Filters filters) {
    filters.register(this::show, BEHIND_INGRESS);
  }

  private void show(RoutingContext http) {
    HttpMethod method = http.request().method();
    String path = http.request().path();
    boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
    if (reads && path.equals("/") && HttpDemands.accepts(http, "text/html")) {
      write(http, HTML, home(http));
    } else if (reads && hasConsole) {
      console(http, path);
    } else {
      http.next();
    }
  }

  private static void console(RoutingContext http, String path) {
    switch (path) {
      case "/q/swagger-ui" -> {
        String place = Prefix.of(http) + CONSOLE;
        http.response().setStatusCode(302).putHeader("Location", place).end();
      }
      case CONSOLE, CONSOLE + "index.html" -> write(http, HTML, CONSOLE_PAGE);
      case CONSOLE + "console.js" -> write(http, "text/javascript;charset=UTF-8", CONSOLE_SCRIPT);
      default -> http.next();
    }
  }

  private String home(RoutingContext http) {
    return HOME.replace("{management}", management.seenBy(http))
        .replace("{port}", String.valueOf(management.port()));
  }

  private static void write(RoutingContext http, String type, String text) {
    http.response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-cache")
        .end(text);
  }
}
