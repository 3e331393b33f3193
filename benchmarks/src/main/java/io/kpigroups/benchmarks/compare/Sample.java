package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Operation;

/**
 * A slice at full speed of one contender with one operation.
 *
 * @param cpuMicros CPU time of the server's process for a request
 * @param compilerShare of it, what the JVM's compilers took
 * @param collectorShare of it, what the garbage collector took
 * @param throughput answers per second
 */
public record Sample(
    String contender,
    Operation operation,
    double cpuMicros,
    double compilerShare,
    double collectorShare,
    double throughput) {}
