package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documents, which need no token. */
interface DocumentsApi {
  Path COMMITTED = Path.of("../docs/openapi.yaml");

  @Test
  default void theCommittedOpenApiDocumentIsTheServedOne() throws IOException {
    String served = new String(RestAssured.get("/q/openapi").asByteArray(), StandardCharsets.UTF_8);
    if (Boolean.getBoolean("kpigroups.test.update-openapi")) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(Files.readString(COMMITTED))
        .as("docs/openapi.yaml is stale; run ./mvnw verify -Dkpigroups.test.update-openapi=true")
        .isEqualTo(served);
  }

  @Test
  default void theOpenApiDocumentIsCompleteForEveryOperation() {
    Response document = RestAssured.get("/q/openapi?format=json");
    assertThat(document.<String>path("openapi")).startsWith("3.1");
    Map<String, Map<String, Map<String, Object>>> paths = document.path("paths");
    assertThat(paths).hasSize(6);
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
                    assertThat(responses.get(status))
                        .as(where + " " + status)
                        .asString()
                        .contains("urn:kpi-groups:problem:");
                  }
                }));
  }

  @Test
  default void everyPathAndMethodOfTheDocumentIsServedAndNoOther() {
    Map<String, Map<String, Object>> paths =
        RestAssured.get("/q/openapi?format=json").path("paths");
    paths.forEach(
        (path, item) -> {
          String allowed =
              RestAssured.given()
                  .request("TRACE", path.replaceAll("\\{\\w+}", "x"))
                  .header("Allow");
          List<String> documented =
              item.keySet().stream().map(m -> m.toUpperCase(Locale.ROOT)).toList();
          assertThat(List.of(allowed.split(", ")))
              .as(path)
              .filteredOn(m -> !m.equals("HEAD"))
              .containsExactlyInAnyOrderElementsOf(documented);
        });
  }

  @Test
  default void swaggerUiIsOnTheMainPort() {
    assertThat(RestAssured.get("/q/swagger-ui").asString()).contains("<title>KPI groups</title>");
  }
}
