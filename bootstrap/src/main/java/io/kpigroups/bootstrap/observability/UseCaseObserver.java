package io.kpigroups.bootstrap.observability;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Traces the calls of in-ports. */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class UseCaseObserver {
  private final Spans spans;

  UseCaseObserver(Spans spans) {
    this.spans = spans;
  }

  @AroundInvoke
  @Nullable Object observe(InvocationContext call) throws Exception {
    return spans.around(call, SpanKind.INTERNAL);
  }
}
