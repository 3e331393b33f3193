package io.kpigroups.bootstrap.service.process;

import io.kpigroups.bootstrap.service.client.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** Has the service run with its embedded store in a new folder, verifying the tests' tokens. */
public class EmbeddedService implements QuarkusTestResourceLifecycleManager {
  /** A time that nothing needs, however busy the machine is. */
  public static final String UNHURRIED = "120s";

  @Override
  public Map<String, String> start() {
    return settings();
  }

  /** The settings of such a service; each call names another folder. */
  public static Map<String, String> settings() {
    try {
      var settings = new HashMap<>(Tokens.settings());
      settings.put(
          "kpigroups.embedded.path",
          Files.createTempDirectory("kpi-groups-it").resolve("data").toString());
      settings.put("quarkus.management.port", "0");
      settings.put("kpigroups.deadline", UNHURRIED);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
