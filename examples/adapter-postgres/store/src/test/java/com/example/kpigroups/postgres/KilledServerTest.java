package com.example.kpigroups.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.testkit.fixture.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server goes away in the middle of work, and comes back with its data. */
class KilledServerTest {
  private static final int WRITERS = 8;
  private static final int TIMES = 5;
  private static final int CHANGES_BETWEEN = 200;
  @AutoClose private static TestServer server;

  @BeforeAll
  static void begin() {
    server = TestServer.begin();
  }

  @Test
  void killedUnderLoadItHasAllThatWasAnsweredAndNothingHalf() throws Exception {
    underLoad("killed", server.cluster()::kill);
  }

  @Test
  void restartedUnderLoadItHasAllThatWasAnsweredAndNothingHalf() throws Exception {
    underLoad("restarted", server.cluster()::stop);
  }

  private static void underLoad(String what, Runnable fault) throws Exception {
    AtomicLong answered = new AtomicLong();
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Books> books =
          Stream.generate(() -> new Books(server.store(), answered)).limit(WRITERS).toList();
      List<? extends Future<?>> writers =
          books.stream().map(it -> threads.submit(() -> writeUntil(isOver, it))).toList();
      for (int i = 0; i < TIMES; i++) {
        awaitMore(answered, writers);
        fault.run();
        server.cluster().start();
      }
      awaitMore(answered, writers);
      isOver.set(true);
      for (Future<?> writer : writers) {
        writer.get();
      }
      books.forEach(Books::check);
      long failed = books.stream().mapToLong(Books::failed).sum();
      System.out.println(
          "Server " + what + ": " + answered + " changes answered, " + failed + " not, 0 lost");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void writeUntil(AtomicBoolean isOver, Books books) {
    while (!isOver.get()) {
      books.write();
    }
  }

  /** So much is done, unless a writer ends early, which none should. */
  private static void awaitMore(AtomicLong answered, List<? extends Future<?>> writers) {
    long enough = answered.get() + CHANGES_BETWEEN;
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> answered.get() >= enough || writers.stream().anyMatch(Future::isDone));
  }

  /** A crash may forget numbers, and give them again: then one that was committed says nothing. */
  @Test
  void aServerTellsWhatBecameOfATransactionUntilItCrashes() {
    String made =
        server
            .database()
            .write(
                TestTime.ample(),
                tx ->
                    tx.one(
                        row -> row.getString(1),
                        "SELECT pg_current_xact_id() || ' ' || current_setting('kpigroups.run')"));
    assertThat(fateOf(made)).isEqualTo("committed");
    server.cluster().stop();
    server.cluster().start();
    assertThat(fateOf(made)).isEqualTo("committed");
    server.cluster().kill();
    server.cluster().start();
    assertThat(fateOf(made)).isEqualTo("unknown");
    assertThat(fateOf("99999999" + made)).isEqualTo("aborted");
  }

  private static String fateOf(String tx) {
    return server.database().read(TestTime.ample(), looking -> looking.fateOf(tx));
  }
}
