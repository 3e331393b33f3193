package com.example.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.PortFailure;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.domain.failure.ExternalFailure;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiGroupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class FailuresTest {
  private final StringWriter told = new StringWriter();
  private final CommandLine program = Main.program().setErr(new PrintWriter(told, true));

  /** Every kind of failure that there is; PortFailure is all that an ExternalFailure can be. */
  static Stream<Class<?>> kinds() {
    return Stream.concat(leaves(KpiGroupException.class), leaves(PortFailure.class))
        .filter(kind -> kind != ExternalFailure.class);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(FailuresTest::leaves)
        : Stream.of(type);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasAnExitCodeForEveryFailure(Class<? extends KpiGroupException> kind) {
    assertThat(Failures.exit(kind)).isNotNull();
  }

  @Test
  void tellsASentence() {
    assertThat(Failures.tell(new GroupNotFound(), program)).isEqualTo(3);
    assertThat(told).hasToString("kpig: There is no KPI group with this id in the account.\n");
  }

  @Test
  void tellsWhereTheServiceShouldBe() {
    var down = new StorageUnavailable("The service is away.", new ConnectException("no"));

    assertThat(Failures.tell(down, program)).isEqualTo(6);
    assertThat(told.toString()).startsWith("kpig: The service is away. (").contains(": no)");
    assertThat(Failures.tell(new Unsupported("It cannot."), program)).isEqualTo(8);
    assertThat(told.toString()).contains("kpig: It cannot. (").endsWith(" /api/v1.\n");
  }

  @Test
  void saysNothingIfNobodyReads() {
    var closed = new UncheckedIOException(new IOException("Broken pipe"));

    assertThat(Failures.tell(closed, program)).isEqualTo(141);
    assertThat(told.toString()).isEmpty();
  }

  @Test
  void tellsThatTheOutputIsLost() {
    var full = new UncheckedIOException(new IOException("No space left on device"));

    assertThat(Failures.tell(full, program)).isEqualTo(9);
    assertThat(told).hasToString("kpig: The output cannot be written: No space left on device.\n");
  }

  @Test
  void tellsABugWithoutAStackTrace() {
    assertThat(Failures.tell(new IllegalStateException("oh"), program)).isEqualTo(70);
    assertThat(told.toString()).contains("bug").doesNotContain("\tat ");
  }
}
