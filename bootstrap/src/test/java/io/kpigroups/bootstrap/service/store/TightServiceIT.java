package io.kpigroups.bootstrap.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.LimitsApi;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
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

/** What the settings of an installation change: every limit so low that a test reaches it. */
class TightServiceIT implements LimitsApi {

  private static ServiceProcess process;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> settings = EmbeddedService.settings();
    settings.putAll(LimitsApi.SETTINGS);
    settings.put("kpigroups.page.max", "1");
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
      assertThat(page.next().orElseThrow()).contains("?cursor=").endsWith("&limit=1");
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
