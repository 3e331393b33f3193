package io.kpigroups.adapter.sqlite.connection;

import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What is held here is held until all have read that can: a wait for it does not end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class AccountSharesTest {
  private static final int SHARE = 8;
  private static final int MANY = 30;

  private static final Call GREEDY = callOf("greedy");
  private static final Call MODEST = callOf("modest");

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore atWork = new Semaphore(0);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private Database database;

  @BeforeEach
  void openDatabase() {
    Fixtures.open(folder).close();
    database = new Database(file(folder));
  }

  @AfterEach
  void closeDatabase() {
    goOn.countDown();
    database.close();
    threads.shutdown();
  }

  private long one(Call by) {
    return database.read(by, connection -> connection.number("SELECT 1"));
  }

  private CompletableFuture<Long> hold(Call by) {
    return CompletableFuture.supplyAsync(
        () ->
            database.read(
                by,
                connection -> {
                  atWork.release();
                  await(goOn);
                  return connection.number("SELECT 1");
                }),
        threads);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anAccountThatReadsAllItCanLeavesReadersToOthers() throws InterruptedException {
    List<CompletableFuture<Long>> reads =
        IntStream.range(0, MANY).mapToObj(read -> hold(GREEDY)).toList();
    atWork.acquire(SHARE);

    assertThat(one(MODEST)).isEqualTo(1);
    Call hurried = new Call(GREEDY.actor(), Deadline.in(Duration.ofMillis(50), () -> 0));
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> one(hurried))
        .withMessageContaining("overloaded");
    assertThat(atWork.availablePermits()).as("beyond the share").isZero();

    goOn.countDown();
    assertThat(reads).allSatisfy(read -> assertThat(read.join()).isEqualTo(1));
  }

  @Test
  void aShareIsThereAgainAfterReadsThatFail() {
    for (int i = 0; i <= SHARE; i++) {
      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(
              () -> database.read(GREEDY, connection -> connection.number("SELECT no_column")));
    }

    assertThat(one(GREEDY)).isEqualTo(1);
  }
}
