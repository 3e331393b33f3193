package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What the packaged service does in front of an upstream that has the operations of the reference
 * and no others: what cannot be forwarded is told to be so, and nothing is changed there.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ForeignUpstreamIT {
  private static final String ID = "65f0a1b2c3d4e5f607182930";

  private static ForeignUpstream upstream;
  private static ServiceProcess facade;
  private static User ann;

  @BeforeAll
  static void start() throws IOException {
    upstream = new ForeignUpstream();
    upstream.has(
        List.of(ForeignUpstream.group(ID, "Sales", "ann", false, 5)),
        List.of(Map.of("id", "k", "name", "KPI")));
    facade = ServiceProcess.start(upstream.facade());
    ann = Service.at(facade.base()).user(Client.withToken("opaque-token", "a"));
  }

  @AfterAll
  static void stop() {
    facade.close();
    upstream.close();
  }

  @BeforeEach
  void nothingIsChangedYet() {
    upstream.changes().clear();
  }

  @Test
  void whatTheReferenceHasIsForwarded() {
    assertThat(ann.get("/kpis/groups").has(200).<Integer>path("totalCount")).isEqualTo(1);
    assertThat(ann.get("/kpis/groups?deleted=false").has(200).<Integer>path("count")).isEqualTo(1);
    assertThat(ann.get("/kpis/groups?count=none").has(200).<Map<String, Object>>path(""))
        .containsOnlyKeys("count", "items");
    assertThat(ann.get("/kpis/groups?fields=name").has(200).<List<Object>>path("items"))
        .containsExactly(Map.of("id", ID, "name", "Sales"));
    assertThat(ann.get("/kpis?ungrouped=false").has(200).<Integer>path("count")).isEqualTo(1);
    ann.post("/kpis/groups", "{\"name\":\"Sales\"}").has(201);
    assertThat(upstream.changes()).containsExactly("POST /api/v1/kpis/groups");
  }

  @Test
  void aListThatPicksIsNotMadeUpOfOneThatDoesNot() {
    for (String list :
        List.of(
            "/kpis/groups?kpiId=k",
            "/kpis/groups?deleted=true",
            "/kpis/groups?fields=kpiCount",
            "/kpis/groups?filter=%7BkpiId:%22k%22%7D",
            "/kpis?owner=me",
            "/kpis?ungrouped=true")) {
      refused(ann.get(list));
    }
  }

  @Test
  void whatHasAPathOfItsOwnIsToldNotToBeThere() {
    for (int status : List.of(404, 405, 400, 501)) {
      upstream.elsewhere(status);
      String group = "/kpis/groups/" + ID;
      refused(ann.get("/kpis/k/groups"));
      refused(ann.get(group + "/kpis"));
      refused(ann.post(group + "/kpis/batch", "{\"add\":[\"k\"]}"));
      refused(ann.send("POST", group + "/restore"));
    }
  }

  @Test
  void aCreateWithAKeyIsNotSent() {
    refused(ann.with("Idempotency-Key", "key").post("/kpis/groups", "{\"name\":\"Sales\"}"));
  }

  private static void refused(Answer answer) {
    assertThat(Expect.problem(answer, 501, "not-supported").<String>path("detail"))
        .contains("only KPI Groups");
    assertThat(upstream.changes()).isEmpty();
  }
}
