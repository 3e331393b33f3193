package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is done in a comparison.
 *
 * @param operations which are measured
 * @param rounds how often each contender has its turn with each operation, at least once
 * @param warmUp how long reads are sent to each contender before, of all operations together
 * @param closed the length of a slice at full speed
 * @param open the length of a slice at the fixed rate
 * @param mongodb the server to keep data on; empty for SQLite
 */
public record Plan(
    List<Operation> operations,
    int rounds,
    Duration warmUp,
    Duration closed,
    Duration open,
    Optional<String> mongodb) {

  /** What takes long is not done in each round: starts, and slices at the fixed rate. */
  private static final int MOST_LONG_ROUNDS = 5;

  /** How often what takes long is done. */
  public int longRounds() {
    return Math.min(rounds, MOST_LONG_ROUNDS);
  }

  /** Whether a round, from 0, has slices at the fixed rate: as many as may be, evenly spread. */
  boolean isLong(int round) {
    return round * longRounds() / rounds != (round + 1) * longRounds() / rounds;
  }
}
