package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a service that forwards cannot do. */
public interface ForwardedApi extends ServiceSuite {

  @Test
  default void theRegisterCannotBeWrittenThroughAFacade() {
    User ann = newUser();
    String kpi = ann.newKpi();
    byte[] body = "{\"name\":\"n\"}".getBytes(StandardCharsets.UTF_8);
    Answer put = ann.send("PUT", "/kpis/" + kpi, "application/json", body);
    Expect.problem(put, 501, "not-supported");
    Answer delete = ann.send("DELETE", "/kpis/" + kpi);
    assertThat(Expect.problem(delete, 501, "not-supported").<String>path("detail"))
        .contains("where they are kept");
    assertThat(ann.get("/kpis/" + kpi).<String>path("name")).isEqualTo("KPI " + kpi);
    assertThat(ann.get("/kpis").<Integer>path("totalCount")).isEqualTo(1);
  }
}
