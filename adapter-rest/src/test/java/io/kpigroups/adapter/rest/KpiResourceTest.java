package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

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
  void kpisAreListedPageByPage() {
    resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"b\"}").has(201);
    resources.ask("PUT /api/v1/kpis/k2", "{\"name\":\"a\"}").has(201);
    Reply page = resources.ask("GET /api/v1/kpis?sort=name&limit=1").has(200);

    assertThat(page.json().findValuesAsText("id")).containsExactly("k2");
    assertThat(page.json().path("totalCount").intValue()).isEqualTo(2);
    assertThat(page.header("Link")).contains("</api/v1/kpis?skip=1&limit=1&sort=name>");
    resources.ask("GET /api/v1/kpis?sort=dateCreated").isProblem(ProblemType.INVALID_INPUT);
  }
}
