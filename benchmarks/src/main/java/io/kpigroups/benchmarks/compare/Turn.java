package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.LoadResult;
import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.server.ProcessUsage;
import java.time.Duration;

/** One turn of one participant with one operation. */
final class Turn {
  /** Changes are sent in fixed numbers; this ends a slice where they take too long. */
  private static final Duration LONGEST_OF_CHANGES = Duration.ofSeconds(8);

  private final Participant participant;
  private final Operation operation;

  Turn(Participant participant, Operation operation) {
    this.participant = participant;
    this.operation = operation;
  }

  /** What a slice at full speed cost. */
  record Cost(LoadResult load, ProcessUsage.Spent spent) {}

  /**
   * A slice at full speed.
   *
   * @param duration how long it lasts, unless it is of changes
   * @param times how many slices of changes it is, all in one
   */
  Cost fullSpeed(Duration duration, int times) {
    ProcessUsage before = participant.server().usage();
    LoadResult load =
        participant
            .generator()
            .closed(
                participant.workload().slice(operation),
                (long) operation.requests() * times,
                operation.writes() ? LONGEST_OF_CHANGES : duration);
    return new Cost(load, participant.server().usage().since(before));
  }

  /** A slice at the fixed rate of the operation. */
  LoadResult fixedRate(Duration duration) {
    return participant
        .generator()
        .open(participant.workload().slice(operation), operation.rate(), duration);
  }
}
