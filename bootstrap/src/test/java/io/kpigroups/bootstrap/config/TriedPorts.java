package io.kpigroups.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Ports by the settings of a test, and what is expected of them. */
final class TriedPorts {
  static final String LOOPBACK = "127.0.0.1";

  private TriedPorts() {}

  /** What becomes of opening a port. */
  @FunctionalInterface
  interface Trial {
    void run(InetSocketAddress address) throws IOException;
  }

  static Config config(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    for (String prefix : new String[] {"quarkus.http", "quarkus.management"}) {
      all.put(prefix + ".host", LOOPBACK);
      all.put(prefix + ".port", 0);
    }
    all.put("quarkus.http.ssl-port", 0);
    all.putAll(settings);
    Map<String, String> texts =
        all.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
    return new SmallRyeConfigBuilder().withDefaultValues(texts).build();
  }

  static Ports ports(Map<String, Object> settings) {
    return new Ports(config(settings));
  }

  static Ports ports(Map<String, Object> settings, Trial trial) {
    return new Ports(config(settings)) {
      @Override
      void tryOut(InetSocketAddress address) throws IOException {
        trial.run(address);
      }
    };
  }

  /** Finds a port free without a look. */
  static void isFree(InetSocketAddress address) {}

  static void assertRefused(Map<String, Object> settings, String... parts) {
    assertRefused(ports(settings), parts);
  }

  static void assertRefused(Map<String, Object> settings, Trial trial, String... parts) {
    assertRefused(ports(settings, trial), parts);
  }

  static void assertRefused(Ports ports, String... parts) {
    assertThatThrownBy(ports::check)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(parts)
        .hasMessageEndingWith(".");
  }
}
