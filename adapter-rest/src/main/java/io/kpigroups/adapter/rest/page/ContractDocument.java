package io.kpigroups.adapter.rest.page;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kpigroups.adapter.rest.http.FilterPriorities;
import io.quarkus.runtime.annotations.RegisterResources;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contract, {@code docs/openapi.yaml}: as it is written, or in JSON for those who ask for that
 * by {@code Accept}, by {@code format=json} or by the end of the path. It is read when it is asked
 * for: Quarkus's extension reads and writes it, in both forms, at each start.
 */
@ApplicationScoped
@RegisterResources(globs = ContractDocument.FILE)
public class ContractDocument {
  static final String FILE = "META-INF/openapi.yaml";

  private static final String PATH = "/q/openapi";
  private static final String JSON = "json";
  private static final String YAML = "yaml";

  private @Nullable String json;

  void registerFilter(@Observes Filters filters) {
    filters.register(this::show, FilterPriorities.PAGES);
  }

  private void show(RoutingContext http) {
    HttpMethod method = http.request().method();
    boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
    String format = reads ? format(http) : null;
    if (format == null) {
      http.next();
      return;
    }
    http.vertx()
        .executeBlocking(() -> format.equals(JSON) ? json() : yaml())
        .onSuccess(text -> write(http, format, text))
        .onFailure(http::fail);
  }

  /** In which form the document is asked for; null if it is not asked for. */
  private static @Nullable String format(RoutingContext http) {
    return switch (http.request().path()) {
      case PATH -> {
        String accept = Objects.requireNonNullElse(http.request().getHeader("Accept"), "");
        boolean isJson =
            accept.contains("application/json")
                || JSON.equalsIgnoreCase(http.request().getParam("format"));
        yield isJson ? JSON : YAML;
      }
      case PATH + ".json" -> JSON;
      case PATH + ".yaml", PATH + ".yml" -> YAML;
      default -> null;
    };
  }

  private static void write(RoutingContext http, String format, String text) {
    http.response().putHeader("Content-Type", "application/" + format + ";charset=UTF-8").end(text);
  }

  private synchronized String json() throws IOException {
    if (json == null) {
      json = new YAMLMapper().readTree(yaml()).toPrettyString();
    }
    return json;
  }

  private static String yaml() throws IOException {
    ClassLoader loader = ContractDocument.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
