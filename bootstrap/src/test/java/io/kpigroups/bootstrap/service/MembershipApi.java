package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Putting KPIs into groups and taking them out. */
interface MembershipApi {

  @Test
  default void aKpiIsPutInAndTakenOutAndBothMayBeRepeated() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/" + ann.newKpi() + "/groups/" + ann.newGroup("Sales");
    Expect.done(ann.put(path));
    Expect.done(ann.put(path));
    Expect.done(ann.delete(path));
    Expect.done(ann.delete(path));
  }

  @Test
  default void aMembershipChangesNothingOfTheGroup() {
    Client ann = Client.inNewAccount();
    String group = ann.newGroup("Sales");
    Response before = ann.get("/kpis/groups/" + group);
    Client bob = ann.colleague("bob", "kpis:manage");
    Expect.done(bob.put("/kpis/" + ann.newKpi() + "/groups/" + group));
    Response after = ann.get("/kpis/groups/" + group);
    assertThat(after.asString()).isEqualTo(before.asString());
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
  }

  @Test
  default void anUnknownKpiIsNotFound() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/" + Client.randomId() + "/groups/" + ann.newGroup("Sales");
    Expect.problem(ann.put(path), 404, "kpi-not-found");
    Expect.problem(ann.delete(path), 404, "kpi-not-found");
  }

  @Test
  default void anUnknownGroupIsReportedBeforeAnUnknownKpi() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/" + Client.randomId() + "/groups/" + Client.randomId();
    Expect.problem(ann.put(path), 404, "group-not-found");
    Expect.problem(ann.delete(path), 404, "group-not-found");
  }

  @Test
  default void aMemberCanBeTakenOutWhenTheKpiItselfIsGone() {
    Client ann = Client.inNewAccount();
    String kpi = ann.newKpi();
    String path = "/kpis/" + kpi + "/groups/" + ann.newGroup("Sales");
    Expect.done(ann.put(path));
    Expect.done(ann.delete("/kpis/" + kpi));
    Expect.done(ann.delete(path));
    Expect.problem(ann.delete(path), 404, "kpi-not-found");
    Expect.problem(ann.put(path), 404, "kpi-not-found");
  }

  @Test
  default void aBodyIsNotNeededAndNotLookedAt() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/" + ann.newKpi() + "/groups/" + ann.newGroup("Sales");
    Expect.done(ann.with("Content-Type", "application/json").put(path));
    Expect.done(ann.put(path, "{not json"));
  }
}
