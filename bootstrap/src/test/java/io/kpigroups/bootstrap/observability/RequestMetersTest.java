package io.kpigroups.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.in.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestMetersTest {
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final RequestMeters meters = new RequestMeters(registry, false);

  @Test
  void requestsAreCountedAndTimedByOperationAndStatus() {
    meters.ended(Optional.of(Operation.LIST_GROUPS), 200, Duration.ofMillis(30));
    meters.ended(Optional.of(Operation.LIST_GROUPS), 200, Duration.ofMillis(12));
    meters.ended(Optional.of(Operation.LIST_GROUPS), 503, Duration.ofMillis(1));
    meters.ended(Optional.empty(), 404, Duration.ofMillis(1));

    Timer lists = timer("list_groups", "200");
    assertThat(lists.count()).isEqualTo(2);
    assertThat(lists.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(42);
    assertThat(timer("list_groups", "503").count()).isEqualTo(1);
    assertThat(timer("none", "404").count()).isEqualTo(1);
  }

  @Test
  void theTraceIsThatOfTheCurrentSpanIfThereIsOne() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    SpanContext span =
        SpanContext.create(
            trace, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());

    assertThat(meters.traceId()).isEmpty();
    try (Scope current = Span.wrap(span).makeCurrent()) {
      assertThat(meters.traceId()).contains(trace);
      assertThat(new RequestMeters(registry, true).traceId()).as("nothing is traced").isEmpty();
    }
  }

  private Timer timer(String operation, String status) {
    return registry
        .get("kpigroups.requests")
        .tags("operation", operation, "status", status)
        .timer();
  }
}
