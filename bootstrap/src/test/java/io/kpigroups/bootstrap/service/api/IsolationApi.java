package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That another account's things do not exist. */
public interface IsolationApi extends ServiceSuite {

  @Test
  default void everyOperationTakesAForeignGroupForOneThatIsNotThere() {
    User ann = newUser();
    String hers = ann.newGroup("Secret");
    User stranger = newUser();
    String kpi = stranger.newKpi();
    List<Function<String, Answer>> operations =
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
            id -> stranger.delete("/kpis/" + kpi + "/groups/" + id),
            id -> stranger.get("/kpis/groups/" + id + "/kpis"),
            id ->
                stranger.post("/kpis/groups/" + id + "/kpis/batch", "{\"add\":[\"" + kpi + "\"]}"));
    for (Function<String, Answer> operation : operations) {
      String absent = Client.randomId();
      Answer foreign = Expect.problem(operation.apply(hers), 404, "group-not-found");
      Answer nowhere = Expect.problem(operation.apply(absent), 404, "group-not-found");
      assertThat(withoutTrace(foreign).replace(hers, absent)).isEqualTo(withoutTrace(nowhere));
      assertThat(foreign.response().headers().map().keySet())
          .isEqualTo(nowhere.response().headers().map().keySet());
    }
    assertThat(stranger.get("/kpis/groups").<Integer>path("totalCount")).isZero();
    Answer untouched = ann.get("/kpis/groups/" + hers);
    assertThat(untouched.<String>path("name")).isEqualTo("Secret");
    assertThat(untouched.headerValue("ETag")).isEqualTo("\"1-0\"");
  }

  @Test
  default void aForeignKpiIsNotKnown() {
    User ann = newUser();
    String hers = ann.newKpi();
    User stranger = newUser();
    String group = stranger.newGroup("Mine");
    Expect.problem(stranger.get("/kpis/" + hers), 404, "kpi-not-found");
    Expect.problem(stranger.get("/kpis/" + hers + "/groups"), 404, "kpi-not-found");
    Expect.problem(stranger.delete("/kpis/" + hers), 404, "kpi-not-found");
    Expect.problem(stranger.put("/kpis/" + hers + "/groups/" + group), 404, "kpi-not-found");
    Expect.problem(stranger.delete("/kpis/" + hers + "/groups/" + group), 404, "kpi-not-found");
    assertThat(stranger.get("/kpis").<Integer>path("totalCount")).isZero();
    stranger.put("/kpis/" + hers, "{\"name\":\"Theirs\"}").has(201);
    assertThat(ann.get("/kpis/" + hers).<String>path("name")).isEqualTo("KPI " + hers);
    Expect.done(ann.delete("/kpis/" + hers));
    stranger.get("/kpis/" + hers).has(200);
  }

  @Test
  default void aUserOfTwoAccountsSeesEachByItself() {
    User ann = newUser();
    User other = newUser();
    String both =
        Tokens.es256(
            Tokens.claims("ann", List.of(ann.account(), other.account()), List.of("kpis:manage")));
    User here = withToken(both, ann.account());
    User there = withToken(both, other.account());
    String group = here.newGroup("Here");
    here.get("/kpis/groups/" + group).has(200);
    Expect.problem(there.get("/kpis/groups/" + group), 404, "group-not-found");
    Expect.problem(there.put("/kpis/groups/" + group + "/favorite"), 404, "group-not-found");
  }

  private static String withoutTrace(Answer response) {
    return response.body().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
  }
}
