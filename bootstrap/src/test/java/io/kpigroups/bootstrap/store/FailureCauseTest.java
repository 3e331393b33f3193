package io.kpigroups.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.StorageUnavailable;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCauseTest {
  @Test
  void everyCauseThatSaysSomethingElseIsTold() {
    Throwable refused = new ConnectException("Connection refused");
    Throwable pool = new IllegalStateException("No connection\n\tin time.", refused);

    assertThat(FailureCause.of(new StorageUnavailable("It is away.", pool)))
        .isEqualTo(
            "It is away. Cause: IllegalStateException: No connection in time.;"
                + " ConnectException: Connection refused");
    assertThat(FailureCause.of(new StorageUnavailable("Late.", new TimeoutException())))
        .isEqualTo("Late. Cause: TimeoutException");
    assertThat(FailureCause.of(new StorageUnavailable("Odd.", new IllegalStateException("Odd."))))
        .isEqualTo("Odd.");
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://ann:p@ss/w@db:27017 is away, mongodb://***@db:27017 is away",
    "at jdbc:postgresql://db/kpi?user=ann&password=pw&ssl=on, at jdbc:postgresql://db/kpi?user=ann&password=***&ssl=on",
    "Server=db;Pwd=pw;Port=1, Server=db;Pwd=***;Port=1",
    "said Bearer abc.def to it, said Bearer *** to it",
    "FATAL: password authentication failed, FATAL: password authentication failed",
  })
  void whatMayBeSecretIsBlottedOut(String said, String told) {
    assertThat(FailureCause.withoutSecrets(said)).isEqualTo(told);
  }

  @Test
  void whatGoesOnAndOnIsCut() {
    assertThat(FailureCause.withoutSecrets("x".repeat(10_000))).hasSizeLessThan(600);
  }
}
