package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documents, which need no token. */
public interface DocumentsApi extends ServiceSuite {
  @Test
  default void theCommittedOpenApiDocumentIsTheServedOne() throws IOException {
    String served = service().get("/q/openapi").body();
    assertThat(served).isEqualTo(Files.readString(Path.of("../docs/openapi.yaml")));
  }

  @Test
  default void theOpenApiDocumentIsCompleteForEveryOperation() {
    Answer document = service().get("/q/openapi?format=json");
    assertThat(document.<String>path("openapi")).startsWith("3.1");
    Map<String, Map<String, Map<String, Object>>> paths = document.path("paths");
    Map<String, ?> problems = document.path("components.responses");
    assertThat(paths).isNotEmpty();
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  String where = method + " " + path;
                  assertThat((String) operation.get("summary")).as(where).isNotBlank();
                  assertThat((String) operation.get("description")).as(where).isNotBlank();
                  assertThat((List<?>) operation.get("security")).as(where).isNotEmpty();
                  Map<?, ?> responses = (Map<?, ?>) operation.get("responses");
                  assertThat(responses.keySet())
                      .as(where)
                      .anyMatch(status -> status.equals("200") || status.equals("201"));
                  for (String status : List.of("400", "401", "403", "500", "503")) {
                    Object reference = ((Map<?, ?>) responses.get(status)).get("$ref");
                    assertThat(problems.get(String.valueOf(reference).replaceFirst(".*/", "")))
                        .as(where + " " + status)
                        .asString()
                        .contains("application/problem+json");
                  }
                }));
  }

  @Test
  default void everyPathAndMethodOfTheDocumentIsServedAndNoOther() {
    Map<String, Map<String, Object>> paths = service().get("/q/openapi?format=json").path("paths");
    paths.forEach(
        (path, item) -> {
          String allowed =
              service().send("TRACE", path.replaceAll("\\{\\w+}", "x")).headerValue("Allow");
          List<String> documented =
              item.keySet().stream().map(m -> m.toUpperCase(Locale.ROOT)).toList();
          assertThat(List.of(allowed.split(", ")))
              .as(path)
              .filteredOn(m -> !m.equals("HEAD") && !m.equals("OPTIONS"))
              .containsExactlyInAnyOrderElementsOf(documented);
        });
  }

  @Test
  default void swaggerUiIsOnTheMainPort() {
    String page = service().get("/q/swagger-ui").has(302).headerValue("Location");
    assertThat(service().get(page).has(200).body()).contains("<title>KPI groups</title>");
  }
}
