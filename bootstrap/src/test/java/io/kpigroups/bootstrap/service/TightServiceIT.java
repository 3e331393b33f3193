package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the settings of an installation change: every limit so low that a test reaches it. */
class TightServiceIT implements ServiceSuite {

  private static ServiceProcess process;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> settings = EmbeddedService.settings();
    settings.put("kpigroups.limits.groups-per-account", "2");
    settings.put("kpigroups.limits.kpis-per-group", "1");
    settings.put("kpigroups.limits.favorites-per-user", "1");
    settings.put("kpigroups.page.max", "1");
    settings.put("kpigroups.kpis", "any");
    settings.put("kpigroups.require-if-match", "true");
    process = ServiceProcess.start(settings);
    service = Service.at(process.base());
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Override
  public Service service() {
    return service;
  }

  @Test
  void anAccountMayHaveSoManyGroupsAndDeletedOnesDoNotCount() {
    User ann = newUser();
    String first = ann.newGroup("a");
    ann.newGroup("b");
    Answer full = ann.post("/kpis/groups", "{\"name\":\"c\"}");
    assertThat(Expect.problem(full, 409, "limit-reached").<String>path("detail")).contains("2");
    Expect.done(ann.with("If-Match", "*").delete("/kpis/groups/" + first));
    ann.newGroup("c");
  }

  @Test
  void aGroupMayHaveSoManyKpisAndAMemberMayBeAddedAgain() {
    User ann = newUser();
    String group = "/groups/" + ann.newGroup("a");
    Expect.done(ann.put("/kpis/one" + group));
    Expect.done(ann.put("/kpis/one" + group));
    Expect.problem(ann.put("/kpis/two" + group), 409, "limit-reached");
    Expect.done(ann.delete("/kpis/one" + group));
    Expect.done(ann.put("/kpis/two" + group));
  }

  @Test
  void aUserMayHaveSoManyFavoritesAndAFavoriteMayBeRepeated() {
    User ann = newUser();
    String one = "/kpis/groups/" + ann.newGroup("a") + "/favorite";
    String two = "/kpis/groups/" + ann.newGroup("b") + "/favorite";
    Expect.done(ann.put(one));
    Expect.done(ann.put(one));
    Expect.problem(ann.put(two), 409, "limit-reached");
    Expect.done(ann.colleague("bob").put(two));
  }

  @Test
  void whereAnyKpiIsKnownTheRegisterIsNotAskedButIdsMustBeWellFormed() {
    User ann = newUser();
    String group = "/groups/" + ann.newGroup("a");
    Expect.done(ann.delete("/kpis/never-registered" + group));
    Expect.done(ann.put("/kpis/never-registered" + group));
    Expect.invalid(ann.put("/kpis/no!" + group), "path:kpiId");
    Expect.invalid(ann.put("/kpis/groups" + group), "path:kpiId");
  }

  @Test
  void aPageIsNeverLargerThanThePageMaximumAndLeadsOn() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    for (String query : List.of("", "?limit=5", "?take=5")) {
      Answer page = ann.get("/kpis/groups" + query);
      assertThat(page.<Integer>path("count")).isEqualTo(1);
      assertThat(page.<Integer>path("totalCount")).isEqualTo(2);
      assertThat(page.headerValue("Link")).contains("?skip=1&limit=1>; rel=\"next\"");
    }
  }

  @Test
  void aChangeMustSayWhatItChanges() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("a");
    Expect.problem(ann.patch(path, "{\"name\":\"b\"}"), 428, "revision-required");
    Expect.problem(ann.delete(path), 428, "revision-required");
    String absent = "/kpis/groups/" + Client.randomId();
    Expect.problem(ann.patch(absent, "{\"name\":\"b\"}"), 404, "group-not-found");
    Expect.problem(ann.delete(absent), 404, "group-not-found");
    ann.with("If-Match", "\"1-0\"").patch(path, "{\"name\":\"b\"}").has(200);
    Expect.problem(ann.with("If-Match", "\"1-0\"").delete(path), 412, "stale-revision");
    Expect.done(ann.with("If-Match", "*").delete(path));
  }
}
