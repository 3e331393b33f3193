package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the packaged service in front of another one. */
@Timeout(120)
class ObservedUpstreamIT {
  @TempDir Path folder;

  @Test
  void callsOfUpstreamAreMeasuredWithoutTheirPathsAndTheDashboardIsFed() throws Exception {
    Map<String, String> settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.embedded.path", folder.toString());
    try (ServiceProcess upstream = ServiceProcess.start(settings)) {
      settings.put("kpigroups.store", "upstream");
      settings.put("kpigroups.upstream.url", upstream.base() + "/api/v1");
      try (ServiceProcess facade = ServiceProcess.start(settings)) {
        Caller caller = new Caller(facade.base());
        caller.call(Call.CREATE_GROUP).answer().has(201);
        caller.call(Call.GET_GROUP).answer().has(200);
        Metrics metrics = Metrics.of(facade);
        Dashboard.isFedBy(metrics, List.of("Store", Dashboard.UPSTREAM));
        assertThat(metrics.samples())
            .filteredOn(sample -> sample.name().startsWith("http_client_"))
            .isNotEmpty()
            .noneSatisfy(sample -> assertThat(sample.labels()).containsKey("uri"));
        assertThat(metrics.text()).doesNotContain("/api/");
      }
    }
  }
}
