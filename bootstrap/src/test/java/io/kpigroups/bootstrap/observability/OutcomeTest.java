package io.kpigroups.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.GroupNotFound;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void aRefusalIsAnOutcomeAndNoFailure() {
    assertThat(Outcome.of(new GroupNotFound())).isEqualTo("GroupNotFound");
    assertThat(Outcome.isFailure(new GroupNotFound())).isFalse();
  }

  @Test
  void aStoreThatDoesNotAnswerIsAFailureByItsName() {
    var unavailable = new StorageUnavailable("away", new IOException());
    assertThat(Outcome.of(unavailable)).isEqualTo("StorageUnavailable");
    assertThat(Outcome.isFailure(unavailable)).isTrue();
    assertThat(Outcome.isFailure(new OutcomeUnknown("lost", new IOException()))).isTrue();
  }

  @Test
  void whatNoPortMayThrowIsAnErrorWhateverItsNameIs() {
    assertThat(Outcome.of(new IllegalStateException("x"))).isEqualTo("error");
    assertThat(Outcome.isFailure(new IllegalStateException("x"))).isTrue();
  }
}
