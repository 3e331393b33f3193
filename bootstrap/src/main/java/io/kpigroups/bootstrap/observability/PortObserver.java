package io.kpigroups.bootstrap.observability;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.value.AccountId;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
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
    String port = call.getMethod().getDeclaringClass().getSimpleName();
    String method = call.getMethod().getName();
    // A disabled SDK still makes spans when it is asked to, at a cost.
    Span span = isTracing ? start(port + "." + method, kind, call) : Span.getInvalid();
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
        storeCalls
            .withTags("port", port, "method", method, "outcome", outcome)
            .record(Duration.ofNanos(System.nanoTime() - start));
      }
    }
  }

  private Span start(String name, SpanKind kind, InvocationContext call) {
    Span span = tracer.spanBuilder(name).setSpanKind(kind).startSpan();
    Arrays.stream(call.getParameters())
        .filter(Call.class::isInstance)
        .flatMap(made -> account(((Call) made).actor()).stream())
        .forEach(account -> span.setAttribute("kpigroups.account", account.value()));
    return span;
  }

  private static Optional<AccountId> account(Actor actor) {
    return actor instanceof Actor.Delegated delegated
        ? delegated.named()
        : Optional.of(actor.account());
  }
}
