package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.AtOnce;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits, in a service where each is so low that a test reaches it. */
public interface LimitsApi extends ServiceSuite {
  /** The settings of such a service. */
  Map<String, String> SETTINGS =
      Map.of(
          "kpigroups.limits.groups-per-account", "2",
          "kpigroups.limits.kpis-per-account", "2",
          "kpigroups.limits.kpis-per-group", "1",
          "kpigroups.limits.favorites-per-user", "1",
          "kpigroups.kpis", "any");

  @Test
  default void anAccountMayHaveSoManyGroupsAndDeletedOnesDoNotCount() {
    User ann = newUser();
    String first = ann.newGroup("a");
    ann.newGroup("b");
    Answer full = ann.post("/kpis/groups", "{\"name\":\"c\"}");
    assertThat(Expect.problem(full, 409, "limit-reached").<String>path("detail")).contains("2");
    Expect.done(ann.with("If-Match", "*").delete("/kpis/groups/" + first));
    ann.newGroup("c");
  }

  @Test
  default void aRefusalAtTheLimitFreesTheKeyOfTheRequest() {
    User ann = newUser();
    String first = ann.newGroup("a");
    ann.newGroup("b");
    User keyed = ann.with("Idempotency-Key", "key");
    for (int i = 0; i < 2; i++) {
      Expect.problem(keyed.post("/kpis/groups", "{\"name\":\"c\"}"), 409, "limit-reached");
    }
    Expect.done(ann.with("If-Match", "*").delete("/kpis/groups/" + first));
    String made = keyed.post("/kpis/groups", "{\"name\":\"d\"}").has(201).body();
    assertThat(keyed.post("/kpis/groups", "{\"name\":\"d\"}").has(201).body()).isEqualTo(made);
  }

  @Test
  default void aGroupIsRestoredIfThereIsRoomForIt() {
    User ann = newUser();
    String first = ann.newGroup("a");
    Expect.done(ann.with("If-Match", "*").delete("/kpis/groups/" + first));
    String second = ann.newGroup("b");
    ann.newGroup("c");
    Answer full = ann.send("POST", "/kpis/groups/" + first + "/restore");
    assertThat(Expect.problem(full, 409, "limit-reached").<String>path("detail")).contains("2");
    ann.send("POST", "/kpis/groups/" + second + "/restore").has(200);
    Expect.done(ann.with("If-Match", "*").delete("/kpis/groups/" + second));
    ann.send("POST", "/kpis/groups/" + first + "/restore").has(200);
  }

  @Test
  default void aRestoreMayLeaveAUserWithMoreFavoritesThanTheLimit() {
    User ann = newUser();
    String one = "/kpis/groups/" + ann.newGroup("a");
    String two = "/kpis/groups/" + ann.newGroup("b");
    Expect.done(ann.put(one + "/favorite"));
    Expect.done(ann.with("If-Match", "*").delete(one));
    Expect.done(ann.put(two + "/favorite"));
    assertThat(ann.send("POST", one + "/restore").has(200).<Boolean>path("favorite")).isTrue();
    assertThat(ann.get(two).<Boolean>path("favorite")).isTrue();
    Expect.done(ann.put(one + "/favorite"));
    Expect.done(ann.delete(one + "/favorite"));
    Expect.problem(ann.put(one + "/favorite"), 409, "limit-reached");
  }

  @Test
  default void aGroupMayHaveSoManyKpisAndAMemberMayBeAddedAgain() {
    User ann = newUser();
    String group = "/groups/" + ann.newGroup("a");
    Expect.done(ann.put("/kpis/one" + group));
    Expect.done(ann.put("/kpis/one" + group));
    Expect.problem(ann.put("/kpis/two" + group), 409, "limit-reached");
    Expect.done(ann.delete("/kpis/one" + group));
    Expect.done(ann.put("/kpis/two" + group));
  }

  @Test
  default void aBatchKeepsTheLimitAndMakesRoomByWhatItTakesOut() {
    User ann = newUser();
    String group = ann.newGroup("a");
    String batch = "/kpis/groups/" + group + "/kpis/batch";
    Answer two = ann.post(batch, "{\"add\":[\"one\",\"two\"]}");
    assertThat(Expect.problem(two, 409, "limit-reached").<String>path("detail")).contains("1");
    ann.post(batch, "{\"add\":[\"one\"]}").has(200);
    Expect.problem(
        ann.post(batch, "{\"add\":[\"two\"],\"remove\":[\"none\"]}"), 409, "limit-reached");
    ann.post(batch, "{\"add\":[\"one\"],\"remove\":[\"two\"]}").has(200);
    ann.post(batch, "{\"add\":[\"two\"],\"remove\":[\"one\"]}").has(200);
    assertThat(ann.get("/kpis/groups/" + group + "/kpis").<List<String>>path("items.kpiId"))
        .containsExactly("two");
  }

  @Test
  default void ofBatchesAtTheSameTimeOnlyThoseAreDoneForWhichThereIsRoom() {
    User ann = newUser();
    String group = ann.newGroup("a");
    List<Answer> answers =
        AtOnce.answers(
            32,
            i ->
                ann.post("/kpis/groups/" + group + "/kpis/batch", "{\"add\":[\"kpi-" + i + "\"]}"));
    List<Answer> refused = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertThat(refused)
        .hasSize(31)
        .allSatisfy(answer -> Expect.problem(answer, 409, "limit-reached"));
    assertThat(ann.get("/kpis/groups/" + group + "/kpis").<Integer>path("totalCount")).isEqualTo(1);
  }

  @Test
  default void aUserMayHaveSoManyFavoritesAndAFavoriteMayBeRepeated() {
    User ann = newUser();
    String one = "/kpis/groups/" + ann.newGroup("a") + "/favorite";
    String two = "/kpis/groups/" + ann.newGroup("b") + "/favorite";
    Expect.done(ann.put(one));
    Expect.done(ann.put(one));
    Expect.problem(ann.put(two), 409, "limit-reached");
    Expect.done(ann.colleague("bob").put(two));
  }

  @Test
  default void anAccountMayRegisterSoManyKpisAndReplaceThem() {
    User ann = newUser();
    String one = ann.newKpi();
    ann.newKpi();
    Answer full = ann.put("/kpis/third", "{\"name\":\"n\"}");
    assertThat(Expect.problem(full, 409, "limit-reached").<String>path("detail")).contains("2");
    Expect.problem(ann.get("/kpis/third"), 404, "kpi-not-found");
    Answer conditional = ann.with("If-None-Match", "*").put("/kpis/third", "{\"name\":\"n\"}");
    Expect.problem(conditional, 409, "limit-reached");
    ann.put("/kpis/" + one, "{\"name\":\"Another name\"}").has(200);
    Expect.done(ann.delete("/kpis/" + one));
    ann.put("/kpis/third", "{\"name\":\"n\"}").has(201);
    newUser().newKpi();
  }

  @Test
  default void whatIsExpectedOfAKpiIsLookedAtBeforeTheLimit() {
    User ann = newUser();
    String one = ann.newKpi();
    ann.newKpi();
    String name = "{\"name\":\"n\"}";
    Expect.problem(ann.with("If-Match", "*").put("/kpis/third", name), 412, "stale-revision");
    Expect.problem(ann.with("If-None-Match", "*").put("/kpis/" + one, name), 412, "stale-revision");
  }
}
