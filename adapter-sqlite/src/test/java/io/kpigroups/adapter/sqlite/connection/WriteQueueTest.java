package io.kpigroups.adapter.sqlite.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes that wait share one transaction. */
class WriteQueueTest extends WriteQueueCase {
  @Test
  void thoseThatWaitAreMadeInTheirOrderAndAppearTogether() {
    List<Long> seen = new ArrayList<>();
    CompletableFuture<Long> first = hold();
    List<CompletableFuture<Long>> others =
        IntStream.range(0, 20)
            .mapToObj(i -> queue(connection -> put(connection, "k" + i, seen)))
            .toList();
    goOn.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThat(others.stream().map(CompletableFuture::join))
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 21).mapToObj(Long::valueOf).toList());
    assertThat(seen).as("a reader sees them when all are committed").hasSize(20).containsOnly(0L);
    assertThat(count()).isEqualTo(21);
    assertThat(commits).hasValue(1);
  }

  @Test
  void nobodyJoinsATransactionThatHasGoneOnForLong() {
    queue = queueOf(Duration.ZERO);
    hold();
    List<CompletableFuture<Long>> others =
        IntStream.range(0, 5).mapToObj(i -> queue(connection -> put(connection, "k" + i))).toList();
    goOn.countDown();

    others.forEach(CompletableFuture::join);
    assertThat(count()).isEqualTo(6);
    assertThat(commits).hasValue(6);
  }

  @Test
  void aTransactionTakesSoManyAndTheNextOneTheRest() {
    hold();
    int changes = WriteQueue.MOST + 9;
    List<CompletableFuture<Long>> others =
        IntStream.range(0, changes)
            .mapToObj(i -> queue(connection -> put(connection, "k" + i)))
            .toList();
    goOn.countDown();

    others.forEach(CompletableFuture::join);
    assertThat(count()).isEqualTo(changes + 1);
    assertThat(commits).hasValue(2);
  }

  @Test
  void nobodyJoinsOneThatHasLittleTimeLeft() {
    AtomicLong nanos = new AtomicLong();
    queue = queueOf(YEAR.dividedBy(20));
    CompletableFuture<Long> first = hold(Deadline.in(YEAR, nanos::get));
    CompletableFuture<Long> other = queue(connection -> put(connection, "k"));
    nanos.set(YEAR.multipliedBy(3).dividedBy(4).toNanos());
    goOn.countDown();

    assertThat(List.of(first.join(), other.join())).containsExactly(1L, 2L);
    assertThat(commits).hasValue(2);
  }

  @Test
  void whatTakesLongSharesWithNobody() {
    hold();
    CompletableFuture<Long> alone =
        inThread(
            new AtomicReference<>(),
            () ->
                queue.write(QueuedWrite.alone(inAYear(), connection -> put(connection, "alone"))));
    CompletableFuture<Long> other = queue(connection -> put(connection, "k"));
    goOn.countDown();

    assertThat(List.of(alone.join(), other.join())).containsExactly(2L, 3L);
    assertThat(commits).hasValue(3);
  }
}
