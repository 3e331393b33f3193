package io.kpigroups.bootstrap.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Caller;
import io.kpigroups.bootstrap.service.client.Caller.Called;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.RawHttp;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What an operator sees of the packaged service. What is different with another store is in {@link
 * MongoFaultsIT}, {@link MongoDownAtStartIT} and {@link FacadeFaultsIT}.
 */
@Timeout(1200)
public class ObservedServiceIT {
  public static final String REQUESTS = "kpigroups_requests_seconds_count";
  public static final String CALLS = "kpigroups_store_calls_seconds_count";

  private static ServiceProcess service;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> settings = EmbeddedService.settings();
    // Vert.x warns of a machine that is busy.
    settings.put("quarkus.vertx.max-event-loop-execute-time", "1h");
    settings.put("quarkus.vertx.max-worker-execute-time", "1h");
    service = ServiceProcess.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyOperationIsCountedByItsNameAndStatus() {
    Caller caller = new Caller(service.base());
    for (Call call : Call.values()) {
      String operation = "operation=" + operation(call);
      Called called = caller.call(call);
      String status = "status=" + called.answer().status();
      awaitSum(service, REQUESTS, operation, status);
      assertThat(metrics().sum("kpigroups_requests_seconds_bucket", operation, status, "le=+Inf"))
          .isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void whatIsRefusedBeforeAnyResourceIsCountedToo() {
    ask("POST", "/api/v1/kpis/groups", "Content-Type", "text/plain").has(415);
    awaitSum(service, REQUESTS, "operation=create_group", "status=415");
    ask("DELETE", "/api/v1/kpis/groups", "Accept", "*/*").has(405);
    awaitSum(service, REQUESTS, "operation=none", "status=405");
    ask("GET", "/api/v1/nope", "Accept", "*/*").has(404);
    awaitSum(service, REQUESTS, "operation=none", "status=404");
    ask("GET", "/api/v1/kpis", "Accept", "*/*").has(401);
    awaitSum(service, REQUESTS, "operation=list_kpis", "status=401");
    RawHttp.send(port(), "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    RawHttp.send(port(), "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n");
    Patience.await()
        .until(() -> metrics().sum(REQUESTS, "operation=none", "status=400"), sum -> sum == 2);
  }

  @Test
  void aRequestWhoseClientIsGoneIsCountedToo() {
    RawHttp.sendAndLeave(
        port(),
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{");
    awaitSum(service, REQUESTS, "operation=create_group", "status=499");
  }

  @Test
  void callsOfTheStoreAreCountedByPortMethodAndOutcome() {
    Caller caller = new Caller(service.base());
    caller.call(Call.GET_GROUP).answer().has(404);
    caller.call(Call.RENAME_GROUP).answer().has(404);
    awaitSum(service, CALLS, "port=GroupStore", "method=find", "outcome=ok");
    awaitSum(service, CALLS, "port=GroupStore", "method=rename", "outcome=GroupNotFound");
  }

  @Test
  void noLabelHoldsWhatIsDifferentForEachRequest() {
    String user = "user-" + Client.randomId();
    Client client = Client.of(user, Client.randomId(), "kpis:manage");
    String group = Client.randomId();
    URI base = service.base();
    for (Call call : Call.values()) {
      Answer.to(call.request(base, client, group, "kpi-" + group)).join();
    }
    ask("GET", "/api/v1/" + group, "Accept", "*/*").has(404);
    ask("GET", "/" + group, "Accept", "*/*").has(404);
    assertThat(metrics().text()).doesNotContain(user, client.account(), group, "/api/");
  }

  @Test
  void thePurgeTellsWhenItLastSucceeded() {
    awaitSum(service, "kpigroups_purge_runs_total", "outcome=ok");
    awaitSum(service, "process_start_time_seconds");
    Metrics metrics = metrics();
    double now = Instant.now().toEpochMilli() / 1_000.0;
    assertThat(metrics.sum("kpigroups_purge_last_success_timestamp_seconds"))
        .isBetween(metrics.sum("process_start_time_seconds"), now);
    assertThat(metrics.sum("kpigroups_purge_runs_total", "outcome=error")).isZero();
    assertThat(metrics.text())
        .contains("\nkpigroups_purge_removed_groups_total 0.0")
        .contains("\nkpigroups_purge_backlog_groups 0.0");
  }

  @Test
  void healthNamesTheStoreInUse() {
    assertThat(health("/live").json("status")).isEqualTo("UP");
    assertThat(health("/started").json("status")).isEqualTo("UP");
    Answer ready = Patience.await().until(() -> health("/ready"), Answer::isSuccess);
    assertThat(ready.check("store embedded")).containsEntry("status", "UP");
  }

  @Test
  void infoSaysWhichVersionAndCommitIsRunning() {
    Answer info = Answer.get(service.management("/q/info")).has(200);
    assertThat(info.json("build.name")).isEqualTo("kpi-groups");
    assertThat(info.json("build.version")).matches("\\d+\\.\\d+\\.\\d+.*");
    if (Files.exists(Path.of("..", ".git"))) {
      assertThat(info.json("git.commit.id")).matches("[0-9a-f]{40}");
    }
  }

  @Test
  void aServiceThatIsNotToldToTracesAndLogsNoRequestAndStartsWithoutAWarning() {
    ask("GET", "/api/v1/kpis", "Accept", "*/*").has(401);
    assertThat(metrics().text()).doesNotContain("trace_id");
    assertThat(service.said()).doesNotContain("opentelemetry.exporter", "durationMs");
    assertThat(service.said().lines().takeWhile(line -> !line.startsWith("KPI Groups:")))
        .isNotEmpty()
        .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
  }

  @Test
  void theDashboardIsFed() {
    new Caller(service.base()).call(Call.CREATE_GROUP);
    Patience.await().untilAsserted(() -> Dashboard.isFedBy(metrics(), Dashboard.EVERYWHERE));
  }

  /** A request is counted when it is over, which is just after its answer. */
  public static void awaitSum(ServiceProcess service, String metric, String... labels) {
    Patience.await().until(() -> Metrics.of(service).sum(metric, labels) >= 1);
  }

  private static Metrics metrics() {
    return Metrics.of(service);
  }

  private static Answer health(String which) {
    return Answer.get(URI.create(service.health() + which));
  }

  private static int port() {
    return service.base().getPort();
  }

  private static Answer ask(String method, String path, String header, String value) {
    return Answer.to(
            HttpRequest.newBuilder(service.base().resolve(path))
                .header(header, value)
                .method(
                    method,
                    method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody())
                .build())
        .join();
  }

  private static String operation(Call call) {
    return switch (call) {
      case ADD_KPI -> "add_kpi_to_group";
      case REMOVE_KPI -> "remove_kpi_from_group";
      default -> call.name().toLowerCase(Locale.ROOT);
    };
  }
}
