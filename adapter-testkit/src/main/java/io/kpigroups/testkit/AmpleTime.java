package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.kpigroups.application.port.Deadline;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Gives every test, and what comes before and after it, a deadline in minutes. How much a slow
 * machine does in the seconds that a store allows itself is no part of the contract.
 */
final class AmpleTime implements InvocationInterceptor {
  static final Duration OF_A_TEST = Duration.ofMinutes(5);

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    give(work);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    give(work);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    give(work);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    give(work);
  }

  private static void give(Invocation<Void> work) throws Throwable {
    Optional<Throwable> failure =
        Deadline.within(OF_A_TEST, () -> Optional.ofNullable(catchThrowable(work::proceed)));
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
