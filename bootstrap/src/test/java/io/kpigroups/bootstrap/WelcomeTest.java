package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WelcomeTest {
  private static final String BASE = "http://localhost:8080";
  private static final String HEALTH = "http://localhost:9000/q/health";

  @Test
  void aServiceSaysInOneLineWhereItIs() {
    Welcome mongo = new Welcome("mongo", Optional.empty(), BASE, HEALTH);
    Welcome embedded = new Welcome("sqlite", Optional.of(Path.of("/data")), BASE, HEALTH);

    assertThat(mongo.toService())
        .isEqualTo(
            "KPI Groups: store mongo, at http://localhost:8080, Swagger UI at"
                + " http://localhost:8080/q/swagger-ui, health at http://localhost:9000/q/health");
    assertThat(embedded.toService()).startsWith("KPI Groups: store sqlite in /data, at ");
  }

  @Test
  void aDemoShowsACallThatWorksWithItsToken() {
    Welcome demo = new Welcome("embedded", Optional.of(Path.of("/data")), BASE, HEALTH);

    assertThat(demo.toDemo("a.token", Duration.ofDays(1)))
        .contains("for development only", "/data", "valid for 24 hours", HEALTH)
        .contains(
            "curl -s -H \"Authorization: Bearer a.token\" -H \"gtmhub-accountId: "
                + DemoData.ACCOUNT.value()
                + "\" http://localhost:8080/api/v1/kpis/groups");
  }

  @Test
  void aDemoWithoutAFolderNamesItsStore() {
    Welcome demo = new Welcome("embedded", Optional.empty(), BASE, HEALTH);

    assertThat(demo.toDemo("a.token", Duration.ofDays(1))).contains("Data         embedded");
  }
}
