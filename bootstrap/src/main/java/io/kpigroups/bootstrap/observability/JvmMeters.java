package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.quarkus.runtime.ImageMode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/**
 * Measures the JVM and the process. Quarkus would do so before the service answers; these meters
 * are a twentieth of the start, so they are made when it answers already.
 */
@Singleton
public class JvmMeters {
  private final MeterRegistry registry;
  private final JvmHeapPressureMetrics heapPressure = new JvmHeapPressureMetrics();
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public JvmMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Begins to measure. */
  public void bind() {
    Stream.of(
            new ClassLoaderMetrics(),
            heapPressure,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new JvmInfoMetrics(),
            new UptimeMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics())
        .forEach(meters -> meters.bindTo(registry));
    // An executable tells nothing of its collections.
    if (ImageMode.current() == ImageMode.JVM) {
      collections.bindTo(registry);
    }
  }

  @PreDestroy
  void close() {
    heapPressure.close();
    collections.close();
  }
}
