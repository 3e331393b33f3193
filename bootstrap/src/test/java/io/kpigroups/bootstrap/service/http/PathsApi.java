package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which paths there are, how they must be written, and what each takes. */
public interface PathsApi extends ServiceSuite {

  @Test
  default void anUnknownPathIsAProblemWhereverItIs() {
    for (String path :
        List.of(
            "/nope",
            "/api",
            "/api/v1",
            "/api/v1/",
            "/api/v1/nope",
            "/api/v2/kpis",
            "/api/v1/kpis/a/b/c/d",
            "/q/nope")) {
      Expect.problem(service().get(path), 404, "path-not-found");
    }
  }

  @Test
  default void aPathMustBeWrittenAsItIsMeant() {
    String group = "/api/v1/kpis/groups/" + Client.randomId();
    for (String path :
        List.of(
            "//api/v1/kpis/groups",
            "/x/../api/v1/kpis/groups",
            "/./api/v1/kpis",
            "/%2e/api/v1/kpis",
            "/%61pi/v1/kpis",
            "/api;x=1/v1/kpis",
            "/api/v1/kpis//groups",
            "/api/v1/kpis/groups/..",
            "/api/v1/kpis/groups/%2e%2e",
            "/api/v1/kpis/k;x=1",
            group + ";x=1")) {
      String answer =
          service().sendRaw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 404 ").contains(":problem:path-not-found\"");
    }
  }

  @Test
  default void aMethodThatAPathDoesNotHaveIsToldWithThoseItHas() {
    Answer groups = service().send("DELETE", "/api/v1/kpis/groups");
    Expect.problem(groups, 405, "method-not-allowed");
    assertThat(groups.headerValue("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    String group = "/api/v1/kpis/groups/" + Client.randomId();
    assertThat(
            Expect.problem(service().send("POST", group), 405, "method-not-allowed")
                .headerValue("Allow"))
        .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    Expect.problem(service().get(group + "/favorite"), 405, "method-not-allowed");
    Expect.problem(
        service().send("PATCH", "/api/v1/kpis/k/groups/" + Client.randomId()),
        405,
        "method-not-allowed");
    Answer options = service().send("OPTIONS", "/api/v1/kpis").has(204);
    assertThat(options.headerValue("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  default void whatForwardingIsSaidToHaveHappenedIsNotBelieved() {
    String[] forwarded = {
      "X-Forwarded-Prefix", "/evil",
      "X-Forwarded-Host", "evil.example",
      // No port is so high, so that none that is free by chance is taken for it.
      "X-Forwarded-Port", "70001",
      "X-Forwarded-Proto", "https",
      "X-Forwarded-For", "10.6.6.6",
      "Forwarded", "for=10.6.6.6;host=evil.example;proto=https"
    };
    User ann = newUser();
    for (int i = 0; i < forwarded.length; i += 2) {
      ann = ann.with(forwarded[i], forwarded[i + 1]);
    }
    Answer made = ann.post("/kpis/groups", "{\"name\":\"n\"}").has(201);
    assertThat(made.headerValue("Location")).isEqualTo("/api/v1/kpis/groups/" + made.json("id"));
    assertThat(ann.get("/kpis/groups").has(200).headerValue("Link"))
        .startsWith("</api/v1/kpis/groups?");
    assertThat(service().get("/api/v1/nope", forwarded).json("instance")).isEqualTo("/api/v1/nope");
    Answer console = service().get("/q/swagger-ui", forwarded).has(302);
    assertThat(console.headerValue("Location")).isEqualTo("/q/swagger-ui/");
    for (String page : List.of("/", "/q/swagger-ui/", "/q/openapi", "/api/v1/nope")) {
      assertThat(service().get(page, forwarded).body()).as(page).doesNotContain("evil", ":70001");
    }
  }

  @Test
  default void anUrlThatCannotBeDecodedIsAProblem() {
    for (String path :
        List.of(
            "/api/v1/kpis/groups/%zz",
            "/api/v1/kpis/groups?skip=%zz",
            "/api/v1/kpis/groups/%",
            "/api/v1/kpis/%c3%28/groups")) {
      String answer =
          service().sendRaw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).containsAnyOf("HTTP/1.1 400 ", "HTTP/1.1 401 ", "HTTP/1.1 404 ");
      assertThat(answer)
          .as(path)
          .contains("application/problem+json")
          .contains("urn:kpi-groups:problem:");
    }
  }
}
