package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service with few connections, none of which may be silent for long. */
class TightConnectionsIT {
  private static ServiceProcess service;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> settings = EmbeddedService.settings();
    settings.put("quarkus.http.idle-timeout", "2s");
    settings.put("quarkus.http.limits.max-connections", "30");
    service = ServiceProcess.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whoeverSendsHalfAHeaderIsHungUpOn() {
    assertThat(
            RawHttp.send(
                service.base().getPort(), "GET /api/v1/kpis HTTP/1.1\r\nHost: x\r\nAccept: "))
        .isEmpty();
  }

  @Test
  void moreConnectionsThanAllowedAreClosedAtOnceAndTheServiceLivesOn() throws IOException {
    int port = service.base().getPort();
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        idle.add(new Socket("127.0.0.1", port));
      }
      assertThat(idle.stream().filter(TightConnectionsIT::isClosed))
          .as("closed, before the idle time is over")
          .hasSize(10);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
    await()
        .ignoreExceptions()
        .until(() -> new Caller(service.base()).call(Call.LIST_GROUPS).answer().isSuccess());
  }

  private static boolean isClosed(Socket socket) {
    try {
      socket.setSoTimeout(20);
      return socket.getInputStream().read() == -1;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
