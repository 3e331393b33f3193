package io.kpigroups.bootstrap.architecture.planted.hurry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;

@Timeout(59)
final class Hurried {
  private static final Duration SOON = Duration.ofSeconds(1);

  void waits(Object lock) throws InterruptedException {
    Thread.sleep(1);
    TimeUnit.SECONDS.sleep(1);
    LockSupport.parkNanos(1);
    LockSupport.parkUntil(1);
    lock.wait(1);
    Awaitility.await().until(() -> true);
  }

  void measures() {
    long start = System.nanoTime();
    long begin = System.currentTimeMillis();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time").isLessThan(SOON);
    assertThat(Duration.ofMillis(begin)).isPositive().isLessThanOrEqualTo(SOON);
    assertThat(SOON).isBetween(SOON, SOON).isStrictlyBetween(SOON, SOON).isCloseTo(SOON, SOON);
  }

  @Timeout(value = 59_999, unit = TimeUnit.MILLISECONDS)
  void sets() {
    assertTimeout(SOON, () -> {});
    assertTimeoutPreemptively(SOON, () -> {});
    assertThat(new CompletableFuture<Void>()).succeedsWithin(SOON);
    assertThat(new CompletableFuture<Void>()).failsWithin(SOON);
  }
}
