package io.kpigroups.bootstrap.service.api;

import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The order in which a service that has a key checks a request, to the last check in its store. */
public interface OrderApi extends ServiceSuite {

  @Test
  default void checksComeInThePromisedOrder() {
    User ann = newUser();
    String group = ann.newGroup("a");
    User nobody = withToken("x", "no!");
    String path = "/kpis/groups/" + group;
    byte[] big = "x".repeat(70_000).getBytes(StandardCharsets.UTF_8);
    Expect.problem(nobody.send("POST", "/nope", "text/plain", big), 404, "path-not-found");
    Expect.problem(nobody.send("POST", path, "text/plain", big), 405, "method-not-allowed");
    Expect.problem(nobody.send("PATCH", path, "text/plain", big), 415, "unsupported-media-type");
    Expect.problem(
        nobody.with("Accept", "text/html").send("PATCH", path, "application/json", big),
        406,
        "not-acceptable");
    Expect.problem(nobody.send("PATCH", path, "application/json", big), 413, "body-too-large");
    Expect.problem(nobody.patch("/kpis/groups/no!", "{"), 401, "unauthenticated");
    User reader = ann.colleague("bob", "kpis:read");
    Expect.invalid(
        withToken(reader.token(), "no!").patch("/kpis/groups/no!", "{"), "header:gtmhub-accountId");
    Expect.problem(
        withToken(reader.token(), Client.randomId()).patch("/kpis/groups/no!", "{"),
        403,
        "account-forbidden");
    Expect.problem(reader.patch("/kpis/groups/no!", "{"), 403, "not-permitted");
    Expect.problem(
        ann.colleague("nobody").get("/kpis/groups/no!/kpis?sort=size"), 403, "not-permitted");
    Expect.problem(reader.post("/kpis/groups/no!/kpis/batch", "{"), 403, "not-permitted");
    Expect.problem(reader.send("POST", "/kpis/groups/no!/restore"), 403, "not-permitted");
    Expect.invalid(
        ann.with("If-Match", "\"9-0\"").patch("/kpis/groups/no!", "{"), "path:groupId", "body:");
    Expect.problem(
        ann.with("If-Match", "\"9-0\"")
            .patch("/kpis/groups/" + Client.randomId(), "{\"name\":\"n\"}"),
        404,
        "group-not-found");
    Expect.problem(
        ann.with("If-Match", "\"9-0\"").patch(path, "{\"name\":\"n\"}"), 412, "stale-revision");
  }
}
