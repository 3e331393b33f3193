package io.kpigroups.benchmarks.scale;

/**
 * What one operation costs at one size.
 *
 * @param operation its name
 * @param spread where the groups are
 * @param size how many groups there are
 * @param cpuMicros CPU time of the thread that works, in microseconds: the median of some batches
 * @param rows rows that its statements find in tables and indexes, whether they answer them or not;
 *     what triggers and foreign keys look up is not counted
 * @param vmSteps instructions of SQLite's virtual machine, triggers and foreign keys included
 */
public record ScaleResult(
    String operation, Spread spread, int size, double cpuMicros, long rows, long vmSteps) {}
