package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Operation;

/**
 * Answers of a slice that were not as they should be.
 *
 * @param count how many
 * @param first the first of them, in words
 */
public record Failed(String contender, Operation operation, long count, String first) {}
