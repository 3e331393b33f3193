package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.bootstrap.service.Caller.Called;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an operator can see of a service, whatever its store. */
interface ObservedApi {
  String REQUESTS = "kpigroups_requests_seconds_count";
  String CALLS = "kpigroups_store_calls_seconds_count";

  ServiceProcess service();

  /** The store as the settings name it. */
  String store();

  @Test
  default void everyOperationIsCountedByItsNameAndStatus() {
    Caller caller = new Caller(service().base());
    for (Call call : Call.values()) {
      String operation = "operation=" + operation(call);
      Called called = caller.call(call);
      String status = "status=" + called.answer().status();
      awaitSum(REQUESTS, 1, operation, status);
      assertThat(metrics().sum("kpigroups_requests_seconds_bucket", operation, status, "le=+Inf"))
          .isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  default void whatIsRefusedBeforeAnyResourceIsCountedToo() {
    ask("POST", "/api/v1/kpis/groups", "Content-Type", "text/plain").has(415);
    awaitSum(REQUESTS, 1, "operation=create_group", "status=415");
    ask("DELETE", "/api/v1/kpis/groups", "Accept", "*/*").has(405);
    awaitSum(REQUESTS, 1, "operation=none", "status=405");
    ask("GET", "/api/v1/nope", "Accept", "*/*").has(404);
    awaitSum(REQUESTS, 1, "operation=none", "status=404");
    ask("GET", "/api/v1/kpis", "Accept", "*/*").has(401);
    awaitSum(REQUESTS, 1, "operation=list_kpis", "status=401");
    RawHttp.send(port(), "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    awaitSum(REQUESTS, 1, "operation=none", "status=400");
    RawHttp.send(port(), "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n");
    awaitSum(REQUESTS, 2, "operation=none", "status=400");
  }

  @Test
  default void aRequestThatNobodyAnswersInTimeOrWaitsForIsCountedToo() {
    String half =
        "POST /api/v1/kpis/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{";
    RawHttp.sendAndLeave(port(), half);
    awaitSum(REQUESTS, 1, "operation=create_group", "status=499");
    assertThat(RawHttp.send(port(), half)).startsWith("HTTP/1.1 408 ");
    awaitSum(REQUESTS, 1, "operation=create_group", "status=408");
  }

  @Test
  default void callsOfTheStoreAreCountedByPortMethodAndOutcome() {
    Caller caller = new Caller(service().base());
    caller.call(Call.GET_GROUP).answer().has(404);
    caller.call(Call.RENAME_GROUP).answer().has(404);
    awaitSum(CALLS, 1, "port=GroupStore", "method=find", "outcome=ok");
    awaitSum(CALLS, 1, "port=GroupStore", "method=rename", "outcome=GroupNotFound");
  }

  @Test
  default void noLabelHoldsWhatIsDifferentForEachRequest() {
    String user = "user-" + Client.randomId();
    Client client = Client.of(user, Client.randomId(), "kpis:manage");
    String group = Client.randomId();
    URI base = service().base();
    for (Call call : Call.values()) {
      Answer.to(call.request(base, client, group, "kpi-" + group)).join();
    }
    ask("GET", "/api/v1/" + group, "Accept", "*/*").has(404);
    ask("GET", "/" + group, "Accept", "*/*").has(404);
    assertThat(metrics().text()).doesNotContain(user, client.account(), group, "/api/");
  }

  @Test
  default void thePurgeTellsWhenItLastSucceeded() {
    awaitSum("kpigroups_purge_runs_total", 1, "outcome=ok");
    Metrics metrics = metrics();
    double now = System.currentTimeMillis() / 1_000.0;
    assertThat(metrics.sum("kpigroups_purge_last_success_timestamp_seconds"))
        .isBetween(now - 600, now);
    assertThat(metrics.sum("kpigroups_purge_runs_total", "outcome=error")).isZero();
    assertThat(metrics.text())
        .contains("\nkpigroups_purge_removed_groups_total 0.0")
        .contains("\nkpigroups_purge_backlog_groups 0.0");
  }

  @Test
  default void healthNamesTheStoreInUse() {
    health("/live", "UP").has(200);
    health("/started", "UP").has(200);
    Answer ready = health("/ready", "UP").has(200);
    assertThat(ready.json("checks.name")).contains("store " + store());
  }

  @Test
  default void infoSaysWhichVersionAndCommitIsRunning() {
    Answer info = Answer.get(service().management("/q/info")).has(200);
    assertThat(info.json("build.name")).isEqualTo("kpi-groups");
    assertThat(info.json("build.version")).matches("\\d+\\.\\d+\\.\\d+.*");
    if (Files.exists(Path.of("..", ".git"))) {
      assertThat(info.json("git.commit.id")).matches("[0-9a-f]{40}");
    }
  }

  @Test
  default void aServiceThatIsNotToldToTracesAndLogsNoRequestAndStartsWithoutAWarning() {
    ask("GET", "/api/v1/kpis", "Accept", "*/*").has(401);
    assertThat(metrics().text()).doesNotContain("trace_id");
    assertThat(service().said()).doesNotContain("opentelemetry.exporter", "durationMs");
    assertThat(service().said().lines().takeWhile(line -> !line.startsWith("KPI Groups:")))
        .isNotEmpty()
        .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
  }

  default Metrics metrics() {
    return Metrics.of(service());
  }

  /** A request is counted when it is over, which is just after its answer. */
  default void awaitSum(String metric, double least, String... labels) {
    await().until(() -> metrics().sum(metric, labels) >= least);
  }

  default Answer health(String which, String status) {
    Answer health = Answer.get(URI.create(service().health() + which));
    assertThat(health.json("status")).isEqualTo(status);
    return health;
  }

  private int port() {
    return service().base().getPort();
  }

  private Answer ask(String method, String path, String header, String value) {
    return Answer.to(
            HttpRequest.newBuilder(service().base().resolve(path))
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
