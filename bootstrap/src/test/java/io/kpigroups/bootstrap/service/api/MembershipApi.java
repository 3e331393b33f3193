package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
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
  default void aKpiHasTheListOfItsGroups() {
    User ann = newUser();
    String kpi = ann.newKpi();
    String groups = "/kpis/" + kpi + "/groups";
    assertThat(ann.get(groups).has(200).body())
        .isEqualTo("{\"count\":0,\"items\":[],\"totalCount\":0}");
    for (String name : List.of("Sales", "Costs", "Staff")) {
      Expect.done(ann.put(groups + "/" + ann.newGroup(name)));
    }
    ann.newGroup("Others");
    assertThat(ann.get(groups).has(200).body())
        .isEqualTo(ann.get("/kpis/groups?kpiId=" + kpi).has(200).body());
    Answer page = ann.get(groups + "?sort=name&fields=name,kpiCount&limit=2").has(200);
    assertThat(page.<List<String>>path("items.name")).containsExactly("Costs", "Sales");
    assertThat(page.<List<Integer>>path("items.kpiCount")).containsExactly(1, 1);
    assertThat(page.<Integer>path("totalCount")).isEqualTo(3);
    assertThat(page.next().orElseThrow())
        .startsWith(groups + "?cursor=")
        .endsWith("&limit=2&sort=name&fields=name,kpiCount");
    Expect.invalid(
        ann.get("/kpis/a!/groups?kpiId=" + kpi + "&deleted=x"),
        "path:kpiId",
        "query:kpiId",
        "query:deleted");
  }

  @Test
  default void aKpiIsKnownWhileItIsInTheRegisterOrInAGroup() {
    User ann = newUser();
    String kpi = ann.newKpi();
    String groups = "/kpis/" + kpi + "/groups";
    String group = ann.newGroup("Sales");
    Expect.done(ann.put(groups + "/" + group));
    Expect.problem(newUser().get(groups), 404, "kpi-not-found");
    Expect.problem(ann.get("/kpis/" + Client.randomId() + "/groups"), 404, "kpi-not-found");
    Expect.done(ann.delete("/kpis/" + kpi));
    assertThat(ann.get(groups).<List<String>>path("items.id")).containsExactly(group);
    assertThat(ann.get(groups + "?skip=1").<Integer>path("count")).isZero();
    assertThat(ann.get(groups + "?deleted=true").<Integer>path("count")).isZero();
    Expect.done(ann.delete("/kpis/groups/" + group));
    Expect.problem(ann.get(groups), 404, "kpi-not-found");
    assertThat(ann.get(groups + "?deleted=true").<List<String>>path("items.id"))
        .containsExactly(group);
  }

  @Test
  default void aBodyIsNotNeededAndNotLookedAt() {
    User ann = newUser();
    String path = "/kpis/" + ann.newKpi() + "/groups/" + ann.newGroup("Sales");
    Expect.done(ann.with("Content-Type", "application/json").put(path));
    Expect.done(ann.put(path, "{not json"));
  }
}
