package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is done in a comparison.
 *
 * @param operations which are measured
 * @param rounds how often each contender has its turn with each operation
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
    Optional<String> mongodb) {}
