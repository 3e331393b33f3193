package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.RateLimited;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final int MOST_KEYS = 10_000;

  private final VirtualTimers timers = new VirtualTimers();

  @Test
  void noLimitNeedsNone() {
    assertThat(Buckets.of("here", 0, timers)).isEmpty();
    assertThat(Buckets.of("here", 1, timers)).isPresent();
  }

  @Test
  void eachOfManyKeysHasItsOwn() {
    Buckets buckets = Buckets.of("here", 1, timers).orElseThrow();
    for (int key = 0; key < MOST_KEYS; key++) {
      buckets.take("key " + key);
    }
    for (int key = 0; key < MOST_KEYS; key++) {
      String again = "key " + key;
      assertThatThrownBy(() -> buckets.take(again)).isInstanceOf(RateLimited.class);
    }
  }

  @Test
  void moreKeysThanAreRememberedGiveSomeMoreNotLess() {
    Buckets buckets = Buckets.of("here", 2, timers).orElseThrow();
    for (int key = 0; key < 3 * MOST_KEYS; key++) {
      String once = "key " + key;
      assertThatCode(() -> buckets.take(once)).doesNotThrowAnyException();
    }
    long forgotten = 0;
    for (int key = 0; key < 3 * MOST_KEYS; key++) {
      forgotten += takes(buckets, "key " + key, 2) == 2 ? 1 : 0;
    }
    assertThat(forgotten).isGreaterThanOrEqualTo(2L * MOST_KEYS);
  }

  private static int takes(Buckets buckets, String key, int most) {
    try {
      for (int taken = 0; taken < most; taken++) {
        buckets.take(key);
      }
      return most;
    } catch (RateLimited e) {
      return most - 1;
    }
  }
}
