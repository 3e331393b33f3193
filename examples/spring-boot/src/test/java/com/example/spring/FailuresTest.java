package com.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.PortFailure;
import io.kpigroups.domain.failure.ExternalFailure;
import io.kpigroups.domain.failure.KpiGroupException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void everyFailureThereIsHasAStatus() {
    assertThat(Failures.STATUS.keySet())
        .containsExactlyInAnyOrderElementsOf(kinds(KpiGroupException.class).toList());
  }

  /** The final classes of a sealed hierarchy. Those of the ports are a hierarchy of their own. */
  private static Stream<Class<? extends KpiGroupException>> kinds(Class<?> type) {
    if (type == ExternalFailure.class) {
      return kinds(PortFailure.class);
    }
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FailuresTest::kinds)
        : Stream.of(type.asSubclass(KpiGroupException.class));
  }
}
