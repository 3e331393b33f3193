package io.kpigroups.adapter.sqlite.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.OutcomeUnknown;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a change has seen of others counts only once these are committed. */
class SharedStateTest extends WriteQueueCase {
  @Test
  void whoWasRefusedBeforeAnotherFailedIsDecidedAgain() {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<Long> first = hold();
    CompletableFuture<Long> removed =
        queue(
            connection -> {
              if (runs.getAndIncrement() == 0) {
                connection.update("DELETE FROM kpis");
              }
              return 0L;
            });
    CompletableFuture<Long> unsure =
        queue(
            connection -> {
              if (connection.number("SELECT count(*) FROM kpis") == 0) {
                throw new IllegalStateException("there is nothing");
              }
              return put(connection, "k");
            });
    CompletableFuture<Long> failed =
        queue(
            connection -> {
              put(connection, "half");
              throw new IllegalStateException("a fault");
            });
    goOn.countDown();

    assertThat(List.of(first.join(), removed.join(), unsure.join())).containsExactly(1L, 0L, 2L);
    assertThatExceptionOfType(CompletionException.class).isThrownBy(failed::join);
  }

  @Test
  void whereNobodyKnowsWhetherTheCommitWasMadeEachIsToldSoButWhoHadNoPartInIt() {
    CompletableFuture<Long> first = hold();
    CompletableFuture<Long> made = queue(connection -> put(connection, "made"));
    CompletableFuture<Long> refused =
        queue(
            connection -> {
              throw new IllegalStateException("full");
            });
    CompletableFuture<Long> cause =
        queue(
            connection -> {
              connection.script("COMMIT");
              return 0L;
            });
    goOn.countDown();

    for (CompletableFuture<Long> doubtful : List.of(first, made, cause)) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(doubtful::join)
          .havingCause()
          .isInstanceOf(OutcomeUnknown.class)
          .withCauseInstanceOf(SQLException.class);
    }
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(refused::join)
        .withMessageContaining("full");
    assertThat(failures).hasSize(1);
    assertThat(count()).isEqualTo(2);
  }
}
