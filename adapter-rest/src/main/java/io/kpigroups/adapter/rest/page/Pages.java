package io.kpigroups.adapter.rest.page;

import io.kpigroups.adapter.rest.edge.ProtocolChecks;
import io.kpigroups.adapter.rest.http.FilterPriorities;
import io.kpigroups.adapter.rest.http.ForwardedPrefix;
import io.quarkus.runtime.annotations.RegisterResources;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The pages for people: the first page, and that of Swagger UI. All links are relative, so that
 * they work behind a proxy with a prefix; those of Quarkus's own page for Swagger UI would not.
 */
@ApplicationScoped
@RegisterResources(globs = "io/kpigroups/adapter/rest/page/*")
public class Pages {
  public static final String CONSOLE = "/q/swagger-ui/";

  private static final String HOST = "[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]";
  private static final String HTML = "text/html;charset=UTF-8";
  private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

  /** The first page has styles and no scripts. */
  private static final String STYLE = "style-src 'unsafe-inline'";

  /** Swagger UI may run scripts from its files, and none that stands in a page. */
  private static final String SCRIPTS =
      "connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'";

  private record Page(String file, String type, String policy) {}

  private final IntSupplier managementPort;
  private final boolean hasConsole;

  /** The server tells its management port only if it is not the configured one. */
  @Inject
  public Pages(
      HttpServer server,
      @ConfigProperty(name = "quarkus.management.port") int port,
      @ConfigProperty(name = "quarkus.swagger-ui.enabled", defaultValue = "true")
          boolean hasConsole) {
    this(() -> server.getManagementPort() > 0 ? server.getManagementPort() : port, hasConsole);
  }

  Pages(IntSupplier managementPort, boolean hasConsole) {
    this.managementPort = managementPort;
    this.hasConsole = hasConsole;
  }

  void registerFilter(@Observes Filters filters) {
    filters.register(this::show, FilterPriorities.PAGES);
  }

  private void show(RoutingContext http) {
    HttpMethod method = http.request().method();
    String path = http.request().path();
    boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
    Page page = page(path);
    boolean shown = path.equals("/") ? ProtocolChecks.accepts(http, "text/html") : hasConsole;
    if (reads && shown && page != null) {
      write(http, page);
    } else if (reads && shown && path.equals("/q/swagger-ui")) {
      http.redirect(ForwardedPrefix.of(http) + CONSOLE);
    } else {
      http.next();
    }
  }

  private static @Nullable Page page(String path) {
    return switch (path) {
      case "/" -> new Page("home.html", HTML, STYLE);
      case CONSOLE, CONSOLE + "index.html" -> new Page("console.html", HTML, SCRIPTS);
      case CONSOLE + "console.js" -> new Page("console.js", JAVASCRIPT, SCRIPTS);
      default -> null;
    };
  }

  /** Sends the page, with links to the management port of the host that was asked. */
  private void write(RoutingContext http, Page page) {
    HostAndPort asked = http.request().authority();
    String host = asked != null && asked.host().matches(HOST) ? asked.host() : "localhost";
    String port = String.valueOf(managementPort.getAsInt());
    http.response()
        .putHeader("Content-Type", page.type())
        .putHeader("Cache-Control", "no-cache")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; "
                + page.policy()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .end(
            text(page.file())
                .replace("{management}", "http://" + host + ":" + port)
                .replace("{port}", port));
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
