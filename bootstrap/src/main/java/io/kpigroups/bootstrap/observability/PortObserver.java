package io.kpigroups.bootstrap.observability;

import io.kpigroups.application.port.Call;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Traces the calls of ports, and measures those of out-ports, whatever store is behind them. A span
 * is named by the port and its method, and has the account and the outcome; neither arguments nor
 * messages of failures are in it.
 */
@ObservedPort(SpanKind.CLIENT)
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class PortObserver {
  private final Tracer tracer;
  private final boolean isTracing;
  private final MeterProvider<Timer> storeCalls;

  /** Kept, since to find a meter by its tags costs many times what it costs to record. */
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  private record Series(Method method, String outcome) {}

  PortObserver(
      Tracer tracer,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff,
      MeterRegistry registry) {
    this.tracer = tracer;
    this.isTracing = !isOff;
    this.storeCalls =
        Timer.builder("kpigroups.store.calls")
            .description("Calls of the store in use, by port, method and outcome")
            .serviceLevelObjectives(RequestMeters.LATENCY)
            .withRegistry(registry);
  }

  @AroundInvoke
  @Nullable Object observe(InvocationContext call) throws Exception {
    SpanKind kind = call.getInterceptorBinding(ObservedPort.class).value();
    // A disabled SDK still makes spans when it is asked to, at a cost.
    Span span = isTracing ? start(kind, call) : Span.getInvalid();
    String outcome = Outcome.OK;
    long start = System.nanoTime();
    try (Scope current = isTracing ? span.makeCurrent() : Scope.noop()) {
      return call.proceed();
    } catch (Exception e) {
      outcome = Outcome.of(e);
      if (Outcome.isFailure(e)) {
        span.setStatus(StatusCode.ERROR);
      }
      throw e;
    } finally {
      span.setAttribute("kpigroups.outcome", outcome).end();
      if (kind == SpanKind.CLIENT) {
        timers
            .computeIfAbsent(new Series(call.getMethod(), outcome), this::timer)
            .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      }
    }
  }

  private Timer timer(Series series) {
    return storeCalls.withTags(
        "port",
        port(series.method()),
        "method",
        series.method().getName(),
        "outcome",
        series.outcome());
  }

  private static String port(Method method) {
    return method.getDeclaringClass().getSimpleName();
  }

  private Span start(SpanKind kind, InvocationContext call) {
    String name = port(call.getMethod()) + "." + call.getMethod().getName();
    Span span = tracer.spanBuilder(name).setSpanKind(kind).startSpan();
    Arrays.stream(call.getParameters())
        .filter(Call.class::isInstance)
        .flatMap(made -> ((Call) made).actor().named().stream())
        .forEach(account -> span.setAttribute("kpigroups.account", account.value()));
    return span;
  }
}
