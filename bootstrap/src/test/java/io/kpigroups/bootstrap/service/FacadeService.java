package io.kpigroups.bootstrap.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Has the service run in front of another one, whose store is embedded; both verify tokens. */
public class FacadeService implements QuarkusTestResourceLifecycleManager {
  private ServiceProcess behind;

  @Override
  public Map<String, String> start() {
    try {
      behind = ServiceProcess.start(EmbeddedService.settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Register.isIn(behind.base());
    Map<String, String> settings = new HashMap<>(keys());
    settings.put("kpigroups.store", "upstream");
    settings.put("kpigroups.upstream.url", behind.base() + Client.API);
    settings.put("quarkus.management.port", "0");
    return settings;
  }

  /** What the service in front is told to verify tokens with. */
  Map<String, String> keys() {
    return Tokens.settings();
  }

  @Override
  public void stop() {
    Register.isHere();
    if (behind != null) {
      behind.close();
    }
  }
}
