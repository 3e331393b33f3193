package io.kpigroups.bootstrap.observability;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.value.AccountId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A span around a call of a port: named by the port and its method, with the account and the
 * outcome. Neither arguments nor messages of failures are in it.
 */
@Singleton
class Spans {
  private final Tracer tracer;
  private final boolean isOff;

  Spans(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
    this.tracer = tracer;
    this.isOff = isOff;
  }

  /** Proceeds with the call, in a span of its own if anything is traced. */
  @Nullable Object around(InvocationContext call, SpanKind kind) throws Exception {
    if (isOff) {
      return call.proceed();
    }
    Span span = start(call, kind);
    String outcome = Outcome.OK;
    try (Scope current = span.makeCurrent()) {
      return call.proceed();
    } catch (Exception e) {
      outcome = Outcome.of(e);
      if (Outcome.isFailure(e)) {
        span.setStatus(StatusCode.ERROR);
      }
      throw e;
    } finally {
      span.setAttribute("kpigroups.outcome", outcome);
      span.end();
    }
  }

  private Span start(InvocationContext call, SpanKind kind) {
    String name =
        call.getMethod().getDeclaringClass().getSimpleName() + "." + call.getMethod().getName();
    SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind);
    Stream.of(call.getParameters())
        .filter(Call.class::isInstance)
        .map(Call.class::cast)
        .flatMap(made -> account(made.actor()).stream())
        .forEach(account -> span.setAttribute("kpigroups.account", account.value()));
    return span.startSpan();
  }

  private static Optional<AccountId> account(Actor actor) {
    return actor instanceof Actor.Delegated delegated
        ? delegated.named()
        : Optional.of(actor.account());
  }
}
