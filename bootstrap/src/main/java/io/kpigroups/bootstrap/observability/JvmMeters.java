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
import org.jspecify.annotations.Nullable;

/**
 * Measures the JVM and the process. Quarkus would do so before the service answers; these meters
 * are a twentieth of the start, so they are made when it answers already.
 */
@Singleton
public class JvmMeters {
  private final MeterRegistry registry;
  private final JvmHeapPressureMetrics heapPressure = new JvmHeapPressureMetrics();

  /** Made where it can measure: its constructor warns where it cannot, as in an executable. */
  private @Nullable JvmGcMetrics collections;

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
    if (ImageMode.current() == ImageMode.JVM) {
      collections = new JvmGcMetrics();
      collections.bindTo(registry);
    }
  }

  @PreDestroy
  void close() {
    heapPressure.close();
    if (collections != null) {
      collections.close();
    }
  }
}
