package io.kpigroups.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterFiltersTest {
  private final MeterRegistry registry = new SimpleMeterRegistry();

  MeterFiltersTest() {
    MeterFilters filters = new MeterFilters();
    registry.config().meterFilter(filters.noServer()).meterFilter(filters.noPaths());
  }

  @Test
  void whatQuarkusSaysOfRequestsIsLeftOut() {
    registry.counter("http.server.requests", "uri", "/kpis").increment();

    assertThat(registry.find("http.server.requests").counters()).isEmpty();
  }

  @Test
  void callsOfAnUpstreamAreMeasuredWithoutTheirPaths() {
    registry.counter("http.client.requests", "uri", "/kpis/1", "status", "200").increment();
    registry.counter("http.client.requests", "uri", "/kpis/2", "status", "200").increment();

    assertThat(registry.get("http.client.requests").tag("status", "200").counter().count())
        .isEqualTo(2);
    assertThat(registry.find("http.client.requests").tagKeys("uri").counters()).isEmpty();
  }

  @Test
  void everythingElseStaysAsItIs() {
    registry.counter("kpigroups.requests", "status", "200").increment();

    assertThat(registry.get("kpigroups.requests").tag("status", "200").counter().count())
        .isEqualTo(1);
  }

  @Test
  void theVersionIsToldUnderTheNameThatQuarkusUses() {
    VersionInfo info = new VersionInfo("kpi-groups", "1.2.3");

    assertThat(info.name()).isEqualTo("build");
    assertThat(info.data()).isEqualTo(Map.of("name", "kpi-groups", "version", "1.2.3"));
  }
}
