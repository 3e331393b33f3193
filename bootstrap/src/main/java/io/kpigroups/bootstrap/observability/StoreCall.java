package io.kpigroups.bootstrap.observability;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Each call of this out-port is traced and measured. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface StoreCall {

  /** Has the proxy of an out-port intercept all of its methods. */
  @StoreCall
  final class OnEveryMethod {
    private OnEveryMethod() {}
  }
}
