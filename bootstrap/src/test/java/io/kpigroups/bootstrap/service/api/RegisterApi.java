package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The register of KPIs. */
public interface RegisterApi extends ServiceSuite {

  @Test
  default void aKpiIsRegisteredReplacedAndRemoved() {
    User ann = newUser();
    String first = "{\"name\":\" Revenue \",\"ownerIds\":[\"ann\",\"bob\",\"ann\"]}";
    Answer created = ann.put("/kpis/rev-1", first).has(201);
    Map<String, Object> expected =
        Map.of("id", "rev-1", "name", "Revenue", "ownerIds", List.of("ann", "bob"));
    assertThat(created.<Map<String, Object>>path("")).isEqualTo(expected);
    assertThat(ann.get("/kpis/rev-1").<Map<String, Object>>path("")).isEqualTo(expected);
    Answer replaced = ann.put("/kpis/rev-1", "{\"name\":\"Turnover\"}").has(200);
    assertThat(replaced.<List<String>>path("ownerIds")).isEmpty();
    assertThat(ann.get("/kpis/rev-1").<String>path("name")).isEqualTo("Turnover");
    Expect.done(ann.delete("/kpis/rev-1"));
    Expect.problem(ann.delete("/kpis/rev-1"), 404, "kpi-not-found");
    Expect.problem(ann.get("/kpis/rev-1"), 404, "kpi-not-found");
  }

  @Test
  default void aKpiIsEnteredReplacedAndRemovedOnCondition() {
    User ann = newUser();
    String name = "{\"name\":\"Revenue\"}";
    Expect.problem(ann.with("If-Match", "*").put("/kpis/k", name), 412, "stale-revision");
    Expect.problem(ann.get("/kpis/k"), 404, "kpi-not-found");

    Answer made = ann.with("If-None-Match", "*").put("/kpis/k", name).has(201);
    String tag = made.headerValue("ETag");
    assertThat(ann.get("/kpis/k").headerValue("ETag")).isEqualTo(tag);
    ann.with("If-None-Match", "W/" + tag).get("/kpis/k").has(304);
    Expect.problem(ann.with("If-None-Match", "*").put("/kpis/k", name), 412, "stale-revision");

    ann.with("If-Match", tag).put("/kpis/k", "{\"name\":\"Turnover\"}").has(200);
    Expect.problem(ann.with("If-Match", tag).put("/kpis/k", name), 412, "stale-revision");
    Expect.problem(ann.with("If-Match", tag).delete("/kpis/k"), 412, "stale-revision");
    assertThat(ann.get("/kpis/k").<String>path("name")).isEqualTo("Turnover");
    Expect.done(ann.with("If-Match", "*").delete("/kpis/k"));
    Expect.problem(ann.with("If-Match", "*").delete("/kpis/k"), 404, "kpi-not-found");
  }

  @Test
  default void aClientMaySendBackTheWholeKpi() {
    User ann = newUser();
    String kpi = ann.newKpi();
    ann.put("/kpis/" + kpi, ann.get("/kpis/" + kpi).body()).has(200);
  }

  @Test
  default void theRegisterIsListedInPages() {
    User ann = newUser();
    for (String id : List.of("c", "a", "b")) {
      ann.put("/kpis/" + id, "{\"name\":\"Name of " + id + "\"}").has(201);
    }
    Answer all = ann.get("/kpis").has(200);
    assertThat(all.<List<String>>path("items.id")).containsExactly("a", "b", "c");
    assertThat(all.<Integer>path("count")).isEqualTo(3);
    assertThat(all.<Integer>path("totalCount")).isEqualTo(3);
    Answer last = ann.get("/kpis?sort=-name&skip=2&limit=2");
    assertThat(last.<List<String>>path("items.id")).containsExactly("a");
    assertThat(last.<Integer>path("totalCount")).isEqualTo(3);
    assertThat(last.headerValue("Link")).doesNotContain("rel=\"next\"");
    assertThat(ann.get("/kpis?limit=2").next().orElseThrow())
        .matches("/kpis\\?cursor=[\\w-]+&limit=2");
  }

  @Test
  default void aKpiIdMayHaveAllItsCharactersAndItsFullLength() {
    User ann = newUser();
    for (String id : List.of("x", "A_z-9", "k".repeat(64), "5be26318e5274a0007f17f61")) {
      ann.put("/kpis/" + id, "{\"name\":\"n\"}").has(201);
    }
  }

  @Test
  default void theWordGroupsIsNoKpi() {
    User ann = newUser();
    String group = ann.newGroup("Sales");
    Expect.invalid(ann.put("/kpis/groups/groups/" + group), "path:kpiId");
    Expect.problem(ann.put("/kpis/groups", "{\"name\":\"n\"}"), 405, "method-not-allowed");
  }

  @Test
  default void everythingThatIsWrongWithAKpiIsNamed() {
    User ann = newUser();
    Expect.invalid(
        ann.put("/kpis/no!", "{\"name\":7,\"ownerIds\":[\"ann\",1,\"\"],\"unit\":\"EUR\"}"),
        "path:kpiId",
        "body:name",
        "body:ownerIds[1]",
        "body:ownerIds[2]",
        "body:unit");
    Expect.invalid(ann.put("/kpis/k", "{\"name\":\"n\",\"ownerIds\":null}"), "body:ownerIds");
    String many = "[" + "\"u\",".repeat(100) + "\"u\"]";
    Expect.invalid(
        ann.put("/kpis/k", "{\"name\":\"n\",\"ownerIds\":" + many + "}"), "body:ownerIds");
    Expect.problem(ann.get("/kpis/k"), 404, "kpi-not-found");
  }
}
