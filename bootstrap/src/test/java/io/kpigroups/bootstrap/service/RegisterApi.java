package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The register of KPIs. */
interface RegisterApi {

  @Test
  default void aKpiIsRegisteredReplacedAndRemoved() {
    Client ann = Client.inNewAccount();
    String first = "{\"name\":\" Revenue \",\"ownerIds\":[\"ann\",\"bob\",\"ann\"]}";
    Response created = Expect.status(ann.put("/kpis/rev-1", first), 201);
    Map<String, Object> expected =
        Map.of("id", "rev-1", "name", "Revenue", "ownerIds", List.of("ann", "bob"));
    assertThat(created.<Map<String, Object>>path("")).isEqualTo(expected);
    assertThat(ann.get("/kpis/rev-1").<Map<String, Object>>path("")).isEqualTo(expected);
    Response replaced = Expect.status(ann.put("/kpis/rev-1", "{\"name\":\"Turnover\"}"), 200);
    assertThat(replaced.<List<String>>path("ownerIds")).isEmpty();
    assertThat(ann.get("/kpis/rev-1").<String>path("name")).isEqualTo("Turnover");
    Expect.done(ann.delete("/kpis/rev-1"));
    Expect.problem(ann.delete("/kpis/rev-1"), 404, "kpi-not-found");
    Expect.problem(ann.get("/kpis/rev-1"), 404, "kpi-not-found");
  }

  @Test
  default void aClientMaySendBackTheWholeKpi() {
    Client ann = Client.inNewAccount();
    String kpi = ann.newKpi();
    Expect.status(ann.put("/kpis/" + kpi, ann.get("/kpis/" + kpi).asString()), 200);
  }

  @Test
  default void theRegisterIsListedInPages() {
    Client ann = Client.inNewAccount();
    for (String id : List.of("c", "a", "b")) {
      Expect.status(ann.put("/kpis/" + id, "{\"name\":\"Name of " + id + "\"}"), 201);
    }
    Response all = Expect.status(ann.get("/kpis"), 200);
    assertThat(all.<List<String>>path("items.id")).containsExactly("a", "b", "c");
    assertThat(all.<Integer>path("count")).isEqualTo(3);
    assertThat(all.<Integer>path("totalCount")).isEqualTo(3);
    Response last = ann.get("/kpis?sort=-name&skip=2&limit=2");
    assertThat(last.<List<String>>path("items.id")).containsExactly("a");
    assertThat(last.<Integer>path("totalCount")).isEqualTo(3);
    assertThat(last.header("Link")).doesNotContain("rel=\"next\"");
    assertThat(ann.get("/kpis?limit=2").header("Link")).contains("skip=2&limit=2>; rel=\"next\"");
  }

  @Test
  default void aKpiIdMayHaveAllItsCharactersAndItsFullLength() {
    Client ann = Client.inNewAccount();
    for (String id : List.of("x", "A_z-9", "k".repeat(64), "5be26318e5274a0007f17f61")) {
      Expect.status(ann.put("/kpis/" + id, "{\"name\":\"n\"}"), 201);
    }
  }

  @Test
  default void theWordGroupsIsNoKpi() {
    Client ann = Client.inNewAccount();
    String group = ann.newGroup("Sales");
    Expect.invalid(ann.put("/kpis/groups/groups/" + group), "path:kpiId");
    Expect.problem(ann.put("/kpis/groups", "{\"name\":\"n\"}"), 405, "method-not-allowed");
  }

  @Test
  default void everythingThatIsWrongWithAKpiIsNamed() {
    Client ann = Client.inNewAccount();
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
