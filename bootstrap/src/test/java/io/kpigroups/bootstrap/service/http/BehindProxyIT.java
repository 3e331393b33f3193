package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that lets a proxy say where it is, and an application of another origin in. */
class BehindProxyIT implements ServiceSuite {
  private static final String GROUPS = "/api/v1/kpis/groups";
  private static final String APP = "https://app.example";
  private static final String[] PREFIX = {"X-Forwarded-Prefix", "/kpi"};

  private static ServiceProcess process;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> settings = EmbeddedService.settings();
    settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
    settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
    settings.put("quarkus.http.proxy.enable-forwarded-prefix", "true");
    settings.put("quarkus.http.cors.enabled", "true");
    settings.put("quarkus.http.cors.origins", APP);
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
  void whatLeadsOnKeepsThePrefix() {
    User ann = newUser().with(PREFIX[0], PREFIX[1]);
    Answer made = ann.post("/kpis/groups", "{\"name\":\"n\"}").has(201);
    assertThat(made.headerValue("Location")).startsWith("/kpi" + GROUPS + "/");
    assertThat(ann.get("/kpis/groups").headerValue("Link")).startsWith("</kpi" + GROUPS + "?");
    assertThat(ann.get("/kpis/nope/nope").json("instance")).isEqualTo("/kpi/api/v1/kpis/nope/nope");
    assertThat(service().get("/api/v1/nope", PREFIX).json("instance"))
        .isEqualTo("/kpi/api/v1/nope");
    assertThat(service().get("/q/swagger-ui", PREFIX).has(302).headerValue("Location"))
        .isEqualTo("/kpi/q/swagger-ui/");
    assertThat(service().get("/q/openapi?format=json").<List<Map<String, String>>>path("servers"))
        .singleElement()
        .satisfies(server -> assertThat(server).containsEntry("url", ".."));
  }

  @Test
  void aPrefixThatLeadsElsewhereIsLeftOut() {
    for (String prefix : List.of("//evil.example", "/..", "/a>,<b", "/\\evil.example")) {
      Answer redirect = service().get("/q/swagger-ui", "X-Forwarded-Prefix", prefix).has(302);
      assertThat(redirect.headerValue("Location")).as(prefix).isEqualTo("/q/swagger-ui/");
    }
  }

  @Test
  void anApplicationOfAnotherOriginCanCallAndReadRefusals() {
    Answer preflight =
        service()
            .send(
                "OPTIONS",
                GROUPS,
                "Origin",
                APP,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,gtmhub-accountid");
    assertReadable(preflight.has(200));
    User ann = newUser().with("Origin", APP);
    Answer made = ann.post("/kpis/groups", "{\"name\":\"n\"}").has(201);
    assertReadable(made);
    assertThat(String.join(", ", made.headerValues("Vary"))).contains("Authorization", "Origin");
    assertReadable(service().get(GROUPS, "Origin", APP).has(401));
    assertReadable(service().get("/api/v1/nope", "Origin", APP).has(404));
    assertReadable(service().send("PATCH", GROUPS, "Origin", APP).has(405));
  }

  @Test
  void whatCannotBeDecodedIsTheCallersFaultWhoeverAsks() {
    for (String query : List.of("?q={", "?q=%zz", "?a=%", "/%zz")) {
      String rest = query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: ";
      String get = "GET " + GROUPS + rest;
      assertThat(service().sendRaw(get + "https://evil.example\r\n\r\n"))
          .startsWith("HTTP/1.1 403 ");
      assertThat(service().sendRaw(get + APP + "\r\n\r\n"))
          .containsPattern("^HTTP/1.1 40[01] ")
          .containsIgnoringCase("access-control-allow-origin: " + APP)
          .contains("urn:kpi-groups:problem:");
    }
  }

  private static void assertReadable(Answer answer) {
    assertThat(answer.headerValue("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(answer.headerValue("Access-Control-Expose-Headers"))
        .isEqualTo("ETag,Link,Location,Retry-After,WWW-Authenticate");
  }
}
