package io.kpigroups.testkit.memory;

import io.kpigroups.testkit.fixture.Race;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes the gap between a look and a write so wide that all who race are in it. It opens for good
 * once so many have come, and is no hindrance to a test that has no race.
 */
final class Gate {
  private final CyclicBarrier barrier;

  Gate(int racers) {
    barrier = new CyclicBarrier(racers);
  }

  void await() {
    try {
      barrier.await(Race.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException | InterruptedException e) {
      throw new IllegalStateException("The others did not come.", e);
    }
  }
}
