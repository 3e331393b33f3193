package io.kpigroups.bootstrap.observability;

import io.kpigroups.adapter.rest.RequestObserver;
import io.kpigroups.application.port.in.Operation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Measures requests by operation and status; nothing of a request's path is in a label. */
@Singleton
class RequestMeters implements RequestObserver {
  /**
   * The bounds of histograms, from one call of the embedded store to twice the default deadline.
   * They are few, since each is a time series for each combination of labels.
   */
  static final Duration[] LATENCY =
      LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final boolean isTracing;
  private final MeterProvider<Timer> requests;

  /** Kept, since to find a meter by its tags costs many times what it costs to record. */
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  private record Series(Optional<Operation> operation, int status) {}

  RequestMeters(
      MeterRegistry registry,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isTracingOff) {
    this.registry = registry;
    this.isTracing = !isTracingOff;
    requests =
        Timer.builder("kpigroups.requests")
            .description("Requests from their arrival to their end, by operation and status")
            .serviceLevelObjectives(LATENCY)
            .withRegistry(registry);
  }

  @Override
  public Optional<String> traceId() {
    if (!isTracing) {
      return Optional.empty();
    }
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
  }

  @Override
  public void routed(String route) {
    if (isTracing) {
      HttpServerRoute.update(Context.current(), HttpServerRouteSource.CONTROLLER, route);
    }
  }

  @Override
  public void ended(Optional<Operation> operation, int status, Duration time) {
    timers.computeIfAbsent(new Series(operation, status), this::timer).record(time);
  }

  private Timer timer(Series series) {
    return requests.withTags(
        "operation",
        series.operation().map(known -> known.name().toLowerCase(Locale.ROOT)).orElse("none"),
        "status",
        String.valueOf(series.status()));
  }

  @Override
  public void admission(IntSupplier working, IntSupplier waiting) {
    gauge("kpigroups.requests.working", "Requests that hold a thread", working);
    gauge("kpigroups.requests.waiting", "Requests that wait for a thread", waiting);
  }

  private void gauge(String name, String description, IntSupplier number) {
    Gauge.builder(name, number::getAsInt).description(description).register(registry);
  }
}
