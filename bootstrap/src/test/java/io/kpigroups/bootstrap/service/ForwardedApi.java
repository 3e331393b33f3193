package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What a service that forwards cannot do. */
interface ForwardedApi {

  @Test
  default void theRegisterCannotBeWrittenThroughAFacade() {
    Client ann = Client.inNewAccount();
    String kpi = ann.newKpi();
    Response put =
        ann.request()
            .contentType("application/json")
            .body("{\"name\":\"n\"}")
            .put(Client.API + "/kpis/" + kpi);
    Expect.problem(put, 501, "not-supported");
    Response delete = ann.request().delete(Client.API + "/kpis/" + kpi);
    assertThat(Expect.problem(delete, 501, "not-supported").<String>path("detail"))
        .contains("upstream service");
    assertThat(ann.get("/kpis/" + kpi).<String>path("name")).isEqualTo("KPI " + kpi);
    assertThat(ann.get("/kpis").<Integer>path("totalCount")).isEqualTo(1);
  }
}
