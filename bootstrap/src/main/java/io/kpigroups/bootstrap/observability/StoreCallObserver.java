package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Traces and measures the calls of out-ports, whatever store is behind them. */
@StoreCall
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class StoreCallObserver {
  private final Spans spans;
  private final MeterProvider<Timer> calls;

  StoreCallObserver(Spans spans, MeterRegistry registry) {
    this.spans = spans;
    this.calls =
        Timer.builder("kpigroups.store.calls")
            .description("Calls of the store in use, by port, method and outcome")
            .serviceLevelObjectives(Buckets.LATENCY)
            .withRegistry(registry);
  }

  @AroundInvoke
  @Nullable Object observe(InvocationContext call) throws Exception {
    long start = System.nanoTime();
    String outcome = Outcome.OK;
    try {
      return spans.around(call, SpanKind.CLIENT);
    } catch (Exception e) {
      outcome = Outcome.of(e);
      throw e;
    } finally {
      calls
          .withTags(
              "port", call.getMethod().getDeclaringClass().getSimpleName(),
              "method", call.getMethod().getName(),
              "outcome", outcome)
          .record(Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
