package io.kpigroups.adapter.rest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the contract can be read; 404 is what whoever is behind answers. */
class ContractDocumentTest {
  private static final Edge EDGE =
      new Edge(
          http -> http.response().setStatusCode(404).end(),
          new RestSettings(Edge.DEADLINE, true),
          filters -> new ContractDocument().registerFilter(filters));

  private final String written = Files.readString(Path.of("../docs/openapi.yaml"));

  ContractDocumentTest() throws IOException {}

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/q/openapi, */*",
    "/q/openapi?format=yaml, application/yaml",
    "/q/openapi.yaml, application/json",
    "/q/openapi.yml, */*",
  })
  void itIsShownAsItIsWritten(String path, String accept) {
    Reply document = EDGE.ask("GET " + path, "Accept: " + accept).has(200);

    assertThat(document.header("Content-Type")).isEqualTo("application/yaml;charset=UTF-8");
    assertThat(document.body()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "/q/openapi, 'application/json,*/*'",
    "/q/openapi?format=json, */*",
    "/q/openapi?format=JSON, application/yaml",
    "/q/openapi.json, */*",
  })
  void whoeverAsksForJsonIsToldTheSame(String path, String accept) throws IOException {
    Reply document = EDGE.ask("GET " + path, "Accept: " + accept).has(200);

    assertThat(document.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
    assertThat(document.json()).isEqualTo(new YAMLMapper().readTree(written));
  }

  @Test
  void nothingElseIsAnswered() {
    EDGE.ask("POST /q/openapi").has(404);
    EDGE.ask("GET /q/openapi/").has(404);
    EDGE.ask("GET /q/openapi.txt").has(404);
  }
}
