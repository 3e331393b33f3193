package io.kpigroups.bootstrap.service.client;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what must come: so long that only a service that hangs is too late, on
 * a machine that has much else to do too. A test that waits in vain ends at last.
 */
public final class Patience {
  public static final Duration LIMIT = Duration.ofMinutes(10);

  private Patience() {}

  public static ConditionFactory await() {
    return Awaitility.await()
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20));
  }
}
