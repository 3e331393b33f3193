package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import org.junit.jupiter.api.Test;

/** Putting KPIs into groups and taking them out. */
public interface MembershipApi extends ServiceSuite {

  @Test
  default void aKpiIsPutInAndTakenOutAndBothMayBeRepeated() {
    User ann = newUser();
    String path = "/kpis/" + ann.newKpi() + "/groups/" + ann.newGroup("Sales");
    Expect.done(ann.put(path));
    Expect.done(ann.put(path));
    Expect.done(ann.delete(path));
    Expect.done(ann.delete(path));
  }

  @Test
  default void aMembershipChangesNothingOfTheGroup() {
    User ann = newUser();
    String group = ann.newGroup("Sales");
    Answer before = ann.get("/kpis/groups/" + group);
    User bob = ann.colleague("bob", "kpis:manage");
    Expect.done(bob.put("/kpis/" + ann.newKpi() + "/groups/" + group));
    Answer after = ann.get("/kpis/groups/" + group);
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(after.headerValue("ETag")).isEqualTo(before.headerValue("ETag"));
  }

  @Test
  default void anUnknownKpiIsNotFound() {
    User ann = newUser();
    String path = "/kpis/" + Client.randomId() + "/groups/" + ann.newGroup("Sales");
    Expect.problem(ann.put(path), 404, "kpi-not-found");
    Expect.problem(ann.delete(path), 404, "kpi-not-found");
  }

  @Test
  default void anUnknownGroupIsReportedBeforeAnUnknownKpi() {
    User ann = newUser();
    String path = "/kpis/" + Client.randomId() + "/groups/" + Client.randomId();
    Expect.problem(ann.put(path), 404, "group-not-found");
    Expect.problem(ann.delete(path), 404, "group-not-found");
  }

  @Test
  default void aMemberCanBeTakenOutWhenTheKpiItselfIsGone() {
    User ann = newUser();
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
    User ann = newUser();
    String path = "/kpis/" + ann.newKpi() + "/groups/" + ann.newGroup("Sales");
    Expect.done(ann.with("Content-Type", "application/json").put(path));
    Expect.done(ann.put(path, "{not json"));
  }
}
