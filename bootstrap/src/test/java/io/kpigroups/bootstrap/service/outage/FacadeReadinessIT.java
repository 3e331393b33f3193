package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a balancer and an operator see of the packaged service while its upstream is away. */
@Timeout(1200)
class FacadeReadinessIT {
  private static volatile int status = 503;
  private static HttpServer upstream;
  private static ServiceProcess facade;

  @BeforeAll
  static void start() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    upstream.start();
    facade =
        ServiceProcess.start(
            Map.of(
                "kpigroups.store",
                "upstream",
                "kpigroups.upstream.url",
                "http://127.0.0.1:" + upstream.getAddress().getPort() + "/api/v1"));
  }

  @AfterAll
  static void stop() {
    facade.close();
    upstream.stop(0);
  }

  @Test
  void anUpstreamThatIsAwayIsToldAndTheFacadeIsReadyToSaySoItself() {
    assertThat(facade.said()).contains("cannot be reached yet");
    awaitUpstreamIs("down");
    Answer down = facade.awaitReady();
    assertThat(dataOf(down).get("reason"))
        .isEqualTo("The service that keeps the groups cannot be reached or failed.");
    assertThat(down.response().body()).doesNotContain("127.0.0.1", "Exception");
    Client client = Client.withToken("opaque-token", "a");
    Answer.to(Call.LIST_GROUPS.request(facade.base(), client, "", "")).join().has(502);

    status = 401;
    awaitUpstreamIs("up");
    upstream.stop(0);
    awaitUpstreamIs("down");
  }

  private static void awaitUpstreamIs(String state) {
    Patience.await().until(() -> state.equals(dataOf(facade.awaitReady()).get("upstream")));
    assertThat(String.valueOf(dataOf(facade.awaitReady()).get("since"))).endsWith("Z");
  }

  private static Map<?, ?> dataOf(Answer health) {
    return health.objects("checks").stream()
        .filter(check -> "store upstream".equals(check.get("name")))
        .map(check -> (Map<?, ?>) check.get("data"))
        .findAny()
        .orElseThrow();
  }
}
