package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** That a load balancer hangs up first: if we do, its next request may cross our hanging up. */
class IdleConnectionsTest {
  /** What most load balancers wait unless told otherwise. */
  private static final Duration BALANCER = Duration.ofSeconds(60);

  @Test
  void anIdleConnectionIsKeptLongerThanBalancersKeepIt() throws IOException {
    Properties settings = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
      settings.load(in);
    }
    String idle = settings.getProperty("quarkus.http.idle-timeout");

    assertThat(Duration.parse("PT" + idle)).isGreaterThanOrEqualTo(BALANCER.plusSeconds(15));
    assertThat(Files.readString(Path.of("../docs/deployment.md")))
        .contains("`quarkus.http.idle-timeout` (75 s)");
  }
}
