package io.kpigroups.adapter.sqlite.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** None has a part in what becomes of another whose transaction it shares. */
class UndoneWritesTest extends WriteQueueCase {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

  @Test
  void aRefusalConcernsNobodyElse() {
    CompletableFuture<Long> first = hold();
    CompletableFuture<Long> refused =
        queue(
            connection -> {
              throw new IllegalStateException("full");
            });
    CompletableFuture<Long> other = queue(connection -> put(connection, "k"));
    goOn.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(refused::join)
        .withMessageContaining("full");
    assertThat(other.join()).isEqualTo(2);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whoFailsInTheMiddleOfAChangeLeavesNothingAndTheOthersAreMadeAgain() {
    isUndone(
        connection -> {
          put(connection, "half");
          throw new IllegalStateException("a fault");
        },
        "a fault");
  }

  @Test
  void soDoesWhoseErrorIsNoException() {
    isUndone(
        connection -> {
          put(connection, "half");
          throw new AssertionError("an error");
        },
        "an error");
  }

  @Test
  void aStatementThatFailsTakesTheConnectionButNoOtherChange() {
    isUndone(connection -> connection.number("SELECT no_column"), "cannot be read");
  }

  @Test
  void aStatementThatIsCutEndsNoOtherChange() {
    AtomicLong nanos = new AtomicLong();
    Deadline deadline = Deadline.in(YEAR, nanos::get);
    hold(deadline);
    CompletableFuture<Long> before = queue(connection -> put(connection, "before"));
    CompletableFuture<Long> cut =
        queue(
            deadline,
            connection -> {
              nanos.set(YEAR.minusMillis(50).toNanos());
              connection.next(deadline);
              return connection.number(ENDLESS);
            });
    CompletableFuture<Long> after = queue(connection -> put(connection, "after"));
    goOn.countDown();

    // It is made again, alone, and is cut again.
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(cut::join)
        .withCauseInstanceOf(StorageUnavailable.class)
        .withMessageContaining("time for this request");
    assertThat(List.of(before.join(), after.join())).containsExactly(2L, 3L);
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void aTransactionThatIsReadyOnlyAfterTheDeadlineOfItsFirstIsUndoneAndTheOthersAreMade() {
    AtomicLong nanos = new AtomicLong();
    CompletableFuture<Long> first = hold(Deadline.in(YEAR, nanos::get));
    CompletableFuture<Long> slow =
        queue(
            connection -> {
              nanos.set(YEAR.toNanos());
              return put(connection, "slow");
            });
    goOn.countDown();

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(first::join)
        .withCauseInstanceOf(StorageUnavailable.class)
        .withMessageContaining("time for this request");
    assertThat(slow.join()).isEqualTo(1);
    assertThat(count()).isEqualTo(1);
  }

  private void isUndone(Function<PooledConnection, Long> fault, String why) {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<Long> first = hold();
    CompletableFuture<Long> before =
        queue(
            connection -> {
              runs.incrementAndGet();
              return put(connection, "before");
            });
    CompletableFuture<Long> failed = queue(fault);
    CompletableFuture<Long> after = queue(connection -> put(connection, "after"));
    goOn.countDown();

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(failed::join)
        .withMessageContaining(why);
    assertThat(List.of(first.join(), before.join(), after.join())).containsExactly(1L, 2L, 3L);
    assertThat(runs).hasValue(2);
    assertThat(count()).isEqualTo(3);
  }
}
