package io.kpigroups.adapter.rest.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The register of KPIs, from the HTTP request to the store and back. */
class KpiResourceTest {
  private final Resources resources = new Resources();

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @Test
  void aKpiIsRegisteredReplacedAndRemoved() {
    Reply made =
        resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"MRR\",\"ownerIds\":[\"ann\"]}").has(201);
    assertThat(made.body()).isEqualTo("{\"id\":\"k1\",\"name\":\"MRR\",\"ownerIds\":[\"ann\"]}");

    assertThat(resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"ARR\"}").has(200).body())
        .isEqualTo("{\"id\":\"k1\",\"name\":\"ARR\",\"ownerIds\":[]}");
    assertThat(resources.ask("GET /api/v1/kpis/k1").has(200).json().path("name").textValue())
        .isEqualTo("ARR");
    resources.ask("DELETE /api/v1/kpis/k1").has(200);
    resources.ask("DELETE /api/v1/kpis/k1").isProblem(ProblemType.KPI_NOT_FOUND);
    resources.ask("GET /api/v1/kpis/k1").isProblem(ProblemType.KPI_NOT_FOUND);
  }

  @Test
  void aKpiHasATagThatChangesWithIt() {
    String made = put("MRR").has(201).header("ETag");

    Reply got = resources.ask("GET /api/v1/kpis/k1").has(200);
    assertThat(got.header("ETag")).isEqualTo(made).matches("\"[0-9a-f]{32}-0\"");
    assertThat(got.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(got.header("Vary")).isEqualTo("Authorization, gtmhub-accountId");
    assertThat(put("MRR").has(200).header("ETag")).isEqualTo(made);
    assertThat(put("ARR").has(200).header("ETag")).isNotEqualTo(made);
  }

  @Test
  void aKpiThatIsStillAsItsTagSaysIsNotSentAgain() {
    String tag = put("MRR").header("ETag");

    Reply same = resources.ask("GET /api/v1/kpis/k1", "", "If-None-Match: W/" + tag).has(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    put("ARR");
    resources.ask("GET /api/v1/kpis/k1", "", "If-None-Match: " + tag).has(200);
  }

  @Test
  void ifMatchReplacesAndRemovesOnlyWhatIsThere() {
    put("MRR", "If-Match: *").isProblem(ProblemType.STALE_REVISION);
    resources.ask("GET /api/v1/kpis/k1").has(404);
    resources.ask("DELETE /api/v1/kpis/k1", "", "If-Match: *").isProblem(ProblemType.KPI_NOT_FOUND);

    String first = put("MRR").header("ETag");
    String second = put("ARR", "If-Match: " + first).has(200).header("ETag");
    put("GRR", "If-Match: " + first).isProblem(ProblemType.STALE_REVISION);
    resources
        .ask("DELETE /api/v1/kpis/k1", "", "If-Match: " + first)
        .isProblem(ProblemType.STALE_REVISION);
    resources.ask("DELETE /api/v1/kpis/k1", "", "If-Match: " + second).has(200);
  }

  @Test
  void ifNoneMatchOnlyCreates() {
    put("MRR", "If-None-Match: *").has(201);
    put("ARR", "If-None-Match: *").isProblem(ProblemType.STALE_REVISION);
    resources
        .ask("DELETE /api/v1/kpis/k1", "", "If-None-Match: *")
        .isProblem(ProblemType.STALE_REVISION);
    assertThat(resources.ask("GET /api/v1/kpis/k1").body()).contains("MRR");
  }

  @Test
  void aConditionThatIsNoneIsRefusedWithAllElseThatIsWrong() {
    Reply refused = put(" ", "If-Match: 3", "If-None-Match: x");

    refused.isProblem(ProblemType.INVALID_INPUT);
    assertThat(refused.json().path("errors").findValuesAsText("name"))
        .containsExactlyInAnyOrder("name", "If-Match", "If-None-Match");
  }

  private Reply put(String name, String... fields) {
    return resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"" + name + "\"}", fields);
  }

  @Test
  void kpisAreListedPageByPage() {
    resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"b\"}").has(201);
    resources.ask("PUT /api/v1/kpis/k2", "{\"name\":\"a\"}").has(201);
    Reply page = resources.ask("GET /api/v1/kpis?sort=name&limit=1").has(200);

    assertThat(page.json().findValuesAsText("id")).containsExactly("k2");
    assertThat(page.json().path("totalCount").intValue()).isEqualTo(2);
    assertThat(page.header("Link").replaceAll("cursor=[^&]+", "cursor=C"))
        .contains("</api/v1/kpis?cursor=C&limit=1&sort=name>");
    resources.ask("GET /api/v1/kpis?sort=dateCreated").isProblem(ProblemType.INVALID_INPUT);
  }

  @Test
  void aKpiMayHaveAHundredOwners() {
    String owners = String.join(",", Collections.nCopies(100, "\"ann\""));

    resources.ask("PUT /api/v1/kpis/k1", owned(owners)).has(201);
    assertThat(
            resources
                .ask("PUT /api/v1/kpis/k1", owned(owners + ",\"bob\""))
                .isProblem(ProblemType.INVALID_INPUT)
                .json()
                .findValuesAsText("message"))
        .containsExactly("The property ownerIds must be a list of at most 100 texts.");
  }

  @Test
  void everythingThatIsWrongWithAKpiIsNamed() {
    assertThat(
            resources
                .ask(
                    "PUT /api/v1/kpis/k1",
                    "{\"id\":\"k\",\"favorite\":1,\"name\":5,\"ownerIds\":[\"\u00e4\"]}")
                .isProblem(ProblemType.INVALID_INPUT)
                .json()
                .findValuesAsText("name"))
        .containsExactly("favorite", "name", "ownerIds[0]");
  }

  private static String owned(String owners) {
    return "{\"id\":\"k\",\"name\":\"n\",\"ownerIds\":[" + owners + "]}";
  }
}
