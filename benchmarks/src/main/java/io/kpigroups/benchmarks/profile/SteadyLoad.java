package io.kpigroups.benchmarks.profile;

import io.kpigroups.benchmarks.compare.Participant;
import io.kpigroups.benchmarks.load.LoadResult;
import io.kpigroups.benchmarks.load.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One operation, sent to a server without a pause. */
final class SteadyLoad {
  private static final Duration SLICE = Duration.ofSeconds(1);

  private final Participant participant;
  private final Operation operation;

  SteadyLoad(Participant participant, Operation operation) {
    this.participant = participant;
    this.operation = operation;
  }

  /** Sends for a time; see {@link #sendUntil}. */
  long send(Duration duration) throws IOException {
    long end = System.nanoTime() + duration.toNanos();
    return sendUntil(() -> System.nanoTime() - end >= 0);
  }

  /**
   * Sends until something is so, which is looked at about once a second.
   *
   * @return how many requests were answered
   * @throws IOException if one is answered otherwise than it should be
   */
  long sendUntil(BooleanSupplier ended) throws IOException {
    long requests = 0;
    while (!ended.getAsBoolean()) {
      LoadResult result =
          participant
              .generator()
              .closed(participant.workload().slice(operation), operation.requests(), SLICE);
      if (result.failures() > 0) {
        throw new IOException(
            "A request was not answered as it should be: "
                + result.firstFailure().orElse("no answer"));
      }
      requests += result.requests();
    }
    return requests;
  }
}
