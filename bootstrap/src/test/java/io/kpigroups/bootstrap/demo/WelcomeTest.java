package io.kpigroups.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelcomeTest {
  private static final String BASE = "http://localhost:8080";
  private static final String MANAGEMENT = "http://localhost:9000";

  @Test
  void aServiceSaysInOneLineWhereItIs() {
    Welcome mongo = new Welcome("mongo", Optional.empty(), BASE, MANAGEMENT);
    Welcome embedded = new Welcome("sqlite", Optional.of("/data"), BASE, MANAGEMENT);

    assertThat(mongo.toService())
        .isEqualTo(
            "KPI Groups: store mongo, at http://localhost:8080, Swagger UI at"
                + " http://localhost:8080/q/swagger-ui, health at http://localhost:9000/q/health");
    assertThat(embedded.toService()).startsWith("KPI Groups: store sqlite in /data, at ");
  }

  @Test
  void aDemoShowsACallThatWorksWithItsToken() {
    Welcome demo = new Welcome("embedded", Optional.of("/data"), BASE, MANAGEMENT);

    assertThat(demo.toDemo("a.token"))
        .contains("for development only", "/data", "valid for 24 hours", MANAGEMENT + "/q/health")
        .contains(
            "curl -s -H \"Authorization: Bearer a.token\" -H \"gtmhub-accountId: "
                + DemoData.ACCOUNT.value()
                + "\" http://localhost:8080/api/v1/kpis/groups");
  }

  @Test
  void aDemoWithoutAFolderNamesItsStore() {
    Welcome demo = new Welcome("embedded", Optional.empty(), BASE, MANAGEMENT);

    assertThat(demo.toDemo("a.token")).contains("Data         embedded");
  }

  @ParameterizedTest
  @CsvSource({
    "http://0.0.0.0:8080, http://localhost:8080",
    "http://:::9000/q/health, http://localhost:9000/q/health",
    "http://[::]:9000/q/health, http://localhost:9000/q/health",
    "http://0:0:0:0:0:0:0:0:9000, http://localhost:9000",
    "http://::1:8080, http://[::1]:8080",
    "http://[::1]:8080, http://[::1]:8080",
    "https://fe80::a:8443/q/health, https://[fe80::a]:8443/q/health",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://kpi.example:8080/q/health, http://kpi.example:8080/q/health",
  })
  void theAddressIsOneThatCanBeCalled(String set, String said) {
    assertThat(Welcome.reachable(set)).isEqualTo(said);
  }
}
