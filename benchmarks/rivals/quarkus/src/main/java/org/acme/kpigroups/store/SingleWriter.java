package org.acme.kpigroups.store;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.concurrent.locks.ReentrantLock;

/** SQLite has one writer; the others wait here, in turn, and not asleep in its busy handler. */
@InterceptorBinding
@Target({METHOD, TYPE})
@Retention(RUNTIME)
public @interface SingleWriter {

  /** Outside of the transaction, whose interceptor comes later. */
  @SingleWriter
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
  class Turn {
    private static final ReentrantLock LOCK = new ReentrantLock(true);

    @AroundInvoke
    Object inTurn(InvocationContext call) throws Exception {
      LOCK.lock();
      try {
        return call.proceed();
      } finally {
        LOCK.unlock();
      }
    }
  }
}
