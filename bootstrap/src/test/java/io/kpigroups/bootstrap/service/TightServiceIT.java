package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the settings of an installation change. */
@QuarkusIntegrationTest
@WithTestResource(TightService.class)
class TightServiceIT {

  @Test
  void anAccountMayHaveSoManyGroupsAndDeletedOnesDoNotCount() {
    Client ann = Client.inNewAccount();
    String first = ann.newGroup("a");
    ann.newGroup("b");
    Response full = ann.post("/kpis/groups", "{\"name\":\"c\"}");
    assertThat(Expect.problem(full, 409, "limit-reached").<String>path("detail")).contains("2");
    Expect.done(ann.with("If-Match", "*").delete("/kpis/groups/" + first));
    ann.newGroup("c");
  }

  @Test
  void aGroupMayHaveSoManyKpisAndAMemberMayBeAddedAgain() {
    Client ann = Client.inNewAccount();
    String group = "/groups/" + ann.newGroup("a");
    Expect.done(ann.put("/kpis/one" + group));
    Expect.done(ann.put("/kpis/one" + group));
    Expect.problem(ann.put("/kpis/two" + group), 409, "limit-reached");
    Expect.done(ann.delete("/kpis/one" + group));
    Expect.done(ann.put("/kpis/two" + group));
  }

  @Test
  void aUserMayHaveSoManyFavoritesAndAFavoriteMayBeRepeated() {
    Client ann = Client.inNewAccount();
    String one = "/kpis/groups/" + ann.newGroup("a") + "/favorite";
    String two = "/kpis/groups/" + ann.newGroup("b") + "/favorite";
    Expect.done(ann.put(one));
    Expect.done(ann.put(one));
    Expect.problem(ann.put(two), 409, "limit-reached");
    Expect.done(ann.colleague("bob").put(two));
  }

  @Test
  void whereAnyKpiIsKnownTheRegisterIsNotAskedButIdsMustBeWellFormed() {
    Client ann = Client.inNewAccount();
    String group = "/groups/" + ann.newGroup("a");
    Expect.done(ann.delete("/kpis/never-registered" + group));
    Expect.done(ann.put("/kpis/never-registered" + group));
    Expect.invalid(ann.put("/kpis/no!" + group), "path:kpiId");
    Expect.invalid(ann.put("/kpis/groups" + group), "path:kpiId");
  }

  @Test
  void aPageIsNeverLargerThanThePageMaximumAndLeadsOn() {
    Client ann = Client.inNewAccount();
    ann.newGroup("a");
    ann.newGroup("b");
    for (String query : List.of("", "?limit=5", "?take=5")) {
      Response page = ann.get("/kpis/groups" + query);
      assertThat(page.<Integer>path("count")).isEqualTo(1);
      assertThat(page.<Integer>path("totalCount")).isEqualTo(2);
      assertThat(page.header("Link")).contains("?skip=1&limit=1>; rel=\"next\"");
    }
  }

  @Test
  void aChangeMustSayWhatItChanges() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/groups/" + ann.newGroup("a");
    Expect.problem(ann.patch(path, "{\"name\":\"b\"}"), 428, "revision-required");
    Expect.problem(ann.delete(path), 428, "revision-required");
    String absent = "/kpis/groups/" + Client.randomId();
    Expect.problem(ann.patch(absent, "{\"name\":\"b\"}"), 404, "group-not-found");
    Expect.problem(ann.delete(absent), 404, "group-not-found");
    Expect.status(ann.with("If-Match", "\"1-0\"").patch(path, "{\"name\":\"b\"}"), 200);
    Expect.problem(ann.with("If-Match", "\"1-0\"").delete(path), 412, "stale-revision");
    Expect.done(ann.with("If-Match", "*").delete(path));
  }

  @Test
  void aBodyThatDoesNotArriveIsNotWaitedForBeyondTheDeadline() {
    String half =
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{\"name\":";
    assertThat(RawHttp.send(half))
        .startsWith("HTTP/1.1 408 ")
        .contains(":problem:request-timeout\"");
  }
}
