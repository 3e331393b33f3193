package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That another account's things do not exist. */
interface IsolationApi {

  @Test
  default void everyOperationTakesAForeignGroupForOneThatIsNotThere() {
    Client ann = Client.inNewAccount();
    String hers = ann.newGroup("Secret");
    Client stranger = Client.inNewAccount();
    String kpi = stranger.newKpi();
    List<Function<String, Response>> operations =
        List.of(
            id -> stranger.get("/kpis/groups/" + id),
            id -> stranger.with("If-None-Match", "*").get("/kpis/groups/" + id),
            id -> stranger.patch("/kpis/groups/" + id, "{\"name\":\"Mine\"}"),
            id ->
                stranger
                    .with("If-Match", "\"1-0\"")
                    .patch("/kpis/groups/" + id, "{\"name\":\"Mine\"}"),
            id -> stranger.delete("/kpis/groups/" + id),
            id -> stranger.with("If-Match", "\"9-0\"").delete("/kpis/groups/" + id),
            id -> stranger.put("/kpis/groups/" + id + "/favorite"),
            id -> stranger.delete("/kpis/groups/" + id + "/favorite"),
            id -> stranger.put("/kpis/" + kpi + "/groups/" + id),
            id -> stranger.delete("/kpis/" + kpi + "/groups/" + id));
    for (Function<String, Response> operation : operations) {
      String absent = Client.randomId();
      Response foreign = Expect.problem(operation.apply(hers), 404, "group-not-found");
      Response nowhere = Expect.problem(operation.apply(absent), 404, "group-not-found");
      assertThat(withoutTrace(foreign).replace(hers, absent)).isEqualTo(withoutTrace(nowhere));
      assertThat(foreign.headers().asList().stream().map(h -> h.getName()))
          .isEqualTo(nowhere.headers().asList().stream().map(h -> h.getName()).toList());
    }
    assertThat(stranger.get("/kpis/groups").<Integer>path("totalCount")).isZero();
    Response untouched = ann.get("/kpis/groups/" + hers);
    assertThat(untouched.<String>path("name")).isEqualTo("Secret");
    assertThat(untouched.header("ETag")).isEqualTo("\"1-0\"");
  }

  @Test
  default void aForeignKpiIsNotKnown() {
    Client ann = Client.inNewAccount();
    String hers = ann.newKpi();
    Client stranger = Client.inNewAccount();
    String group = stranger.newGroup("Mine");
    Expect.problem(stranger.get("/kpis/" + hers), 404, "kpi-not-found");
    Expect.problem(stranger.delete("/kpis/" + hers), 404, "kpi-not-found");
    Expect.problem(stranger.put("/kpis/" + hers + "/groups/" + group), 404, "kpi-not-found");
    Expect.problem(stranger.delete("/kpis/" + hers + "/groups/" + group), 404, "kpi-not-found");
    assertThat(stranger.get("/kpis").<Integer>path("totalCount")).isZero();
    Expect.status(stranger.put("/kpis/" + hers, "{\"name\":\"Theirs\"}"), 201);
    assertThat(ann.get("/kpis/" + hers).<String>path("name")).isEqualTo("KPI " + hers);
    Expect.done(ann.delete("/kpis/" + hers));
    Expect.status(stranger.get("/kpis/" + hers), 200);
  }

  @Test
  default void aUserOfTwoAccountsSeesEachByItself() {
    Client ann = Client.inNewAccount();
    Client other = Client.inNewAccount();
    String both =
        Tokens.es256(
            Tokens.claims("ann", List.of(ann.account(), other.account()), List.of("kpis:manage")));
    Client here = Client.withToken(both, ann.account());
    Client there = Client.withToken(both, other.account());
    String group = here.newGroup("Here");
    Expect.status(here.get("/kpis/groups/" + group), 200);
    Expect.problem(there.get("/kpis/groups/" + group), 404, "group-not-found");
    Expect.problem(there.put("/kpis/groups/" + group + "/favorite"), 404, "group-not-found");
  }

  private static String withoutTrace(Response response) {
    return response.asString().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
  }
}
