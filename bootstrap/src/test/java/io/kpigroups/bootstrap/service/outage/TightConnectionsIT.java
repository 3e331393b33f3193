package io.kpigroups.bootstrap.service.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Caller;
import io.kpigroups.bootstrap.service.client.Connection;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.client.RawHttp;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged service with few connections, or with connections that may not be silent long. */
@Timeout(1200)
class TightConnectionsIT {
  private static final int MOST = 30;
  private static final int TOO_MANY = 10;

  @Test
  void whoeverSendsHalfAHeaderIsHungUpOn() throws IOException {
    try (ServiceProcess service = start("quarkus.http.idle-timeout", "1s")) {
      assertThat(
              RawHttp.send(
                  service.base().getPort(), "GET /api/v1/kpis HTTP/1.1\r\nHost: x\r\nAccept: "))
          .isEmpty();
    }
  }

  @Test
  void moreConnectionsThanAllowedAreClosedAtOnceAndTheServiceLivesOn() throws IOException {
    String most = String.valueOf(MOST);
    try (ServiceProcess service = start("quarkus.http.limits.max-connections", most)) {
      List<Connection> all = new ArrayList<>();
      for (int i = 0; i < MOST + TOO_MANY; i++) {
        all.add(Connection.to(service.base()));
      }
      List<Connection> closed = all.stream().filter(TightConnectionsIT::isClosed).toList();
      assertThat(closed).hasSize(TOO_MANY);
      for (Connection connection : all) {
        connection.close();
      }
      Patience.await()
          .ignoreExceptions()
          .until(() -> new Caller(service.base()).call(Call.LIST_GROUPS).answer().isSuccess());
    }
  }

  private static ServiceProcess start(String limit, String value) throws IOException {
    Map<String, String> settings = EmbeddedService.settings();
    settings.put(limit, value);
    return ServiceProcess.start(settings);
  }

  /** A connection that is not closed brings an answer, and stays open. */
  private static boolean isClosed(Connection connection) {
    try {
      return connection.get("/none").isLast();
    } catch (IOException none) {
      return true;
    }
  }
}
