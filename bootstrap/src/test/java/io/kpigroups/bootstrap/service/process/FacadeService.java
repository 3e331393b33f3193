package io.kpigroups.bootstrap.service.process;

import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Has the service run in front of another one, whose store is embedded; both verify tokens. */
public class FacadeService implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    Map<String, String> settings = settings(SharedServices.embedded().base(), Tokens.settings());
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.management.test-port", "0");
    return settings;
  }

  /** The settings of a service in front of that one, which is told this to verify tokens with. */
  public static Map<String, String> settings(URI behind, Map<String, String> keys) {
    Map<String, String> settings = new HashMap<>(keys);
    settings.put("kpigroups.store", "upstream");
    settings.put("kpigroups.deadline", EmbeddedService.UNHURRIED);
    settings.put("kpigroups.upstream.connect-timeout", EmbeddedService.UNHURRIED);
    settings.put("kpigroups.upstream.read-timeout", EmbeddedService.UNHURRIED);
    settings.put("kpigroups.upstream.url", behind + Client.API);
    settings.put("quarkus.management.port", "0");
    return settings;
  }

  @Override
  public void stop() {}
}
