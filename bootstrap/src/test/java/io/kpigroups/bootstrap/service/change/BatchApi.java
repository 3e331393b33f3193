package io.kpigroups.bootstrap.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.AtOnce;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Json;
import io.kpigroups.bootstrap.service.client.User;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Putting many KPIs into a group and taking many out, all or nothing. */
public interface BatchApi extends ServiceSuite {

  @Test
  default void aBatchTellsHowManyKpisCameAndWentAndStayed() {
    User ann = newUser();
    List<String> kpis = newKpis(ann, 4);
    String group = ann.newGroup("a", kpis.get(0), kpis.get(1));
    List<String> add = List.of(kpis.get(1), kpis.get(2), kpis.get(3));
    List<String> remove = List.of(kpis.get(0), Client.randomId());
    Answer done = batch(ann, group, add, remove).has(200);
    assertThat(done.<Map<String, Object>>path(""))
        .isEqualTo(Map.of("added", 2, "removed", 1, "unchanged", 2));
    assertThat(members(ann, group)).containsExactlyInAnyOrderElementsOf(add);
    assertThat(batch(ann, group, add, remove).has(200).<Map<String, Object>>path(""))
        .isEqualTo(Map.of("added", 0, "removed", 0, "unchanged", 5));
    assertThat(ann.post(path(group), "{\"remove\":[\"" + kpis.get(1) + "\"]}").body())
        .isEqualTo("{\"added\":0,\"removed\":1,\"unchanged\":0}");
    assertThat(ann.post(path(group), "{\"add\":[],\"remove\":[]}").has(200).body())
        .isEqualTo("{\"added\":0,\"removed\":0,\"unchanged\":0}");
    assertThat(ann.get("/kpis/groups/" + group).headerValue("ETag")).isEqualTo("\"1-0\"");
  }

  @Test
  default void everyUnknownKpiIsNamedAndThenNothingIsDone() {
    User ann = newUser();
    List<String> kpis = newKpis(ann, 2);
    String group = ann.newGroup("a", kpis.get(0));
    List<String> unknown = Stream.generate(BatchApi::longId).limit(999).toList();
    List<String> add = new ArrayList<>(unknown);
    add.add(500, kpis.get(1));
    Answer refused = Expect.problem(batch(ann, group, add, List.of()), 404, "kpi-not-found");
    assertThat(refused.<String>path("detail")).contains(unknown).doesNotContain(kpis.get(1));
    assertThat(members(ann, group)).containsExactly(kpis.get(0));
    Expect.problem(
        batch(ann, group, List.of(longId()), List.of(kpis.get(0))), 404, "kpi-not-found");
    assertThat(members(ann, group)).containsExactly(kpis.get(0));
  }

  @Test
  default void aMemberThatIsInNoRegisterIsTakenOutButNotPutIn() {
    User ann = newUser();
    List<String> kpis = newKpis(ann, 2);
    String group = ann.newGroup("a", kpis.get(0), kpis.get(1));
    kpis.forEach(kpi -> Expect.done(ann.delete("/kpis/" + kpi)));
    Answer refused = batch(ann, group, List.of(kpis.get(0)), List.of(kpis.get(1)));
    Expect.problem(refused, 404, "kpi-not-found");
    assertThat(members(ann, group)).hasSize(2);
    assertThat(batch(ann, group, List.of(), kpis).has(200).<Integer>path("removed")).isEqualTo(2);
  }

  @Test
  default void aGroupThatIsNotThereIsReportedBeforeAnUnknownKpi() {
    User ann = newUser();
    String deleted = ann.newGroup("a");
    Expect.done(ann.delete("/kpis/groups/" + deleted));
    for (String group : List.of(Client.randomId(), deleted, newUser().newGroup("a"))) {
      Answer refused = batch(ann, group, List.of(Client.randomId()), List.of());
      Expect.problem(refused, 404, "group-not-found");
      Expect.problem(batch(ann, group, List.of(), List.of()), 404, "group-not-found");
    }
  }

  @Test
  default void everythingThatIsWrongWithABatchIsToldAtOnce() {
    User ann = newUser();
    String group = ann.newGroup("a");
    String kpi = ann.newKpi();
    Expect.invalid(
        ann.post(
            path("no!") + "?x=1", "{\"add\":[\"no!\",7,\"groups\"],\"remove\":{},\"colour\":1}"),
        "path:groupId",
        "query:x",
        "body:add[0]",
        "body:add[1]",
        "body:add[2]",
        "body:remove",
        "body:colour");
    for (String body : List.of("", "{}", "[]", "null", "{\"add\":[\"a\"]", "{\"add\":[]}{}")) {
      Expect.problem(ann.post(path(group), body), 400, "invalid-input");
    }
    for (String body : List.of("{\"add\":null}", "{\"add\":\"a\"}", "{\"add\":[null]}")) {
      Expect.problem(ann.post(path(group), body), 400, "invalid-input");
    }
    List<String> many = Collections.nCopies(501, "x");
    for (Answer twice :
        List.of(
            batch(ann, group, List.of(kpi, kpi), List.of()),
            batch(ann, group, List.of(kpi), List.of(kpi)),
            batch(ann, group, many, List.of()))) {
      Expect.problem(twice, 400, "invalid-input");
    }
    assertThat(batch(ann, group, List.of(kpi), List.of(kpi)).<String>path("detail")).contains(kpi);
    List<String> tooMany = Stream.generate(Client::randomId).limit(1_001).toList();
    Answer refused = batch(ann, group, tooMany.subList(0, 501), tooMany.subList(501, 1_001));
    Expect.problem(refused, 400, "invalid-input");
    assertThat(refused.<String>path("detail")).contains("1000");
    assertThat(members(ann, group)).isEmpty();
  }

  @Test
  default void aBatchMayBeOf256KibAndNoMore() {
    User ann = newUser();
    String group = ann.newGroup("a");
    String fits = "{\"add\":[]}" + " ".repeat(256 * 1024 - 10);
    ann.post(path(group), fits).has(200);
    Answer refused = Expect.problem(ann.post(path(group), fits + " "), 413, "body-too-large");
    assertThat(refused.<String>path("detail")).contains("256");
    List<String> most = Stream.generate(BatchApi::longId).limit(1_000).toList();
    assertThat(batch(ann, group, List.of(), most).has(200).<Integer>path("unchanged"))
        .isEqualTo(1_000);
  }

  @Test
  default void onlyWhoMayManageMayMakeABatch() {
    User ann = newUser();
    String group = ann.newGroup("a");
    User reader = ann.colleague("reader", "kpis:read");
    Expect.problem(batch(reader, group, List.of(), List.of()), 403, "not-permitted");
    Expect.problem(batch(reader, Client.randomId(), List.of(), List.of()), 403, "not-permitted");
    byte[] body = "{\"add\":[]}".getBytes(StandardCharsets.UTF_8);
    Expect.problem(
        ann.send("POST", path(group), "text/plain", body), 415, "unsupported-media-type");
    ann.send("POST", path(group), "application/json", body).has(200);
    for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
      Answer refused = ann.send(method, path(group));
      Expect.problem(refused, 405, "method-not-allowed");
      assertThat(refused.headerValue("Allow")).isEqualTo("OPTIONS, POST");
    }
    Answer options = service().send("OPTIONS", Client.API + path(group)).has(204);
    assertThat(options.headerValue("Allow")).isEqualTo("OPTIONS, POST");
  }

  @Test
  default void ofBatchesAtTheSameTimeNoneIsLost() {
    User ann = newUser();
    List<String> kpis = newKpis(ann, 32);
    String group = ann.newGroup("a");
    List<Answer> answers =
        AtOnce.answers(
            32, i -> batch(ann, group, List.of(kpis.get(i), kpis.get((i + 1) % 32)), List.of()));
    assertThat(answers.stream().mapToInt(answer -> answer.has(200).<Integer>path("added")).sum())
        .isEqualTo(32);
    assertThat(members(ann, group)).containsExactlyInAnyOrderElementsOf(kpis);
  }

  /** The answer to a batch. */
  static Answer batch(User user, String group, List<String> add, List<String> remove) {
    return user.post(path(group), Json.write(Map.of("add", add, "remove", remove)));
  }

  /** The ids of the KPIs in a group. */
  static List<Object> members(User user, String group) {
    return user.walk("/kpis/groups/" + group + "/kpis").stream()
        .map(member -> member.get("kpiId"))
        .toList();
  }

  private static List<String> newKpis(User user, int number) {
    return Stream.generate(user::newKpi).limit(number).toList();
  }

  private static String longId() {
    return Client.randomId() + "-" + Client.randomId() + "_" + "A".repeat(14);
  }

  private static String path(String group) {
    return "/kpis/groups/" + group + "/kpis/batch";
  }
}
