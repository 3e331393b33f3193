package io.kpigroups.bootstrap.observability;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Each call of this port is traced; those of out-ports are measured too. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ObservedPort {
  /** {@link SpanKind#INTERNAL} for an in-port, {@link SpanKind#CLIENT} for an out-port. */
  @Nonbinding
  SpanKind value();

  /** Binds all methods of an in-port's proxy. */
  @ObservedPort(SpanKind.INTERNAL)
  interface UseCase {}

  /** Binds all methods of an out-port's proxy. */
  @ObservedPort(SpanKind.CLIENT)
  interface StoreCall {}
}
