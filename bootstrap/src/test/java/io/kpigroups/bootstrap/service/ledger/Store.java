package io.kpigroups.bootstrap.service.ledger;

import java.time.Instant;
import java.util.Map;

/** A store for a service that is going to fail, which the test can look into itself. */
public interface Store extends AutoCloseable {

  /** What a service must be told to use it. */
  Map<String, String> settings();

  /** What it holds now. */
  Contents contents() throws Exception;

  /** Has every deleted group be deleted at this time. */
  void backdateDeletions(Instant to) throws Exception;
}
