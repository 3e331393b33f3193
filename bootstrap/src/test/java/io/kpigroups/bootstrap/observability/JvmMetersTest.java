package io.kpigroups.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class JvmMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final JvmMeters meters = new JvmMeters(registry);

  /** The names that docs/operations.md gives, and dashboards of the field know. */
  @Test
  void theJvmAndTheProcessAreMeasuredOnceTheyAreBound() {
    assertThat(registry.getMeters()).isEmpty();

    meters.bind();

    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .contains(
            "jvm.classes.loaded",
            "jvm.gc.overhead",
            "jvm.gc.max.data.size",
            "jvm.memory.used",
            "jvm.threads.live",
            "jvm.info",
            "process.uptime",
            "process.cpu.usage",
            "process.files.open");
    meters.close();
  }

  @Test
  void whatIsMeasuredHasValues() {
    meters.bind();

    assertThat(registry.get("jvm.memory.used").tag("area", "heap").gauges())
        .anySatisfy(used -> assertThat(used.value()).isPositive());
    assertThat(registry.get("process.uptime").meter().measure())
        .allSatisfy(measured -> assertThat(measured.getValue()).isPositive());
    assertThat(registry.getMeters()).extracting(Meter::getId).doesNotHaveDuplicates();
    meters.close();
  }
}
