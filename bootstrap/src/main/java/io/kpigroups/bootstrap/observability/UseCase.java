package io.kpigroups.bootstrap.observability;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Each call of this in-port is traced. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UseCase {

  /** Has the proxy of an in-port intercept all of its methods. */
  @UseCase
  final class OnEveryMethod {
    private OnEveryMethod() {}
  }
}
