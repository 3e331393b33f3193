package io.kpigroups.adapter.sqlite.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of those that wait. */
class WaitingWritesTest extends WriteQueueCase {
  @Test
  void whoGaveUpWaitingIsNotMadeLater() {
    hold();
    Deadline soon = Deadline.in(Duration.ofMillis(20), () -> 0);
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> write(soon, connection -> put(connection, "late")))
        .withMessageContaining("overloaded");
    CompletableFuture<Long> other = queue(connection -> put(connection, "k"));
    goOn.countDown();

    assertThat(other.join()).isEqualTo(2);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whoIsInterruptedWhileItsChangeIsMadeHearsWhatBecameOfIt() throws Exception {
    hold();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicReference<Thread> caller = new AtomicReference<>();
    CompletableFuture<Boolean> made =
        inThread(
            caller,
            () -> {
              write(
                  inAYear(),
                  connection -> {
                    begun.countDown();
                    awaitLatch(interrupted);
                    return put(connection, "k");
                  });
              return Thread.interrupted();
            });
    goOn.countDown();
    begun.await();
    caller.get().interrupt();
    interrupted.countDown();

    assertThat(made.join()).as("it stays interrupted").isTrue();
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whatWaitsWhenTheStoreIsClosedIsMadeOrRefused() {
    queue = queueOf(Duration.ZERO);
    hold();
    List<CompletableFuture<Long>> others =
        IntStream.range(0, 10)
            .mapToObj(i -> queue(connection -> put(connection, "k" + i)))
            .toList();
    goOn.countDown();
    writer.close();

    long made =
        others.stream()
            .filter(other -> other.handle((count, failure) -> failure == null).join())
            .count();
    assertThat(count()).isEqualTo(made + 1);
  }
}
