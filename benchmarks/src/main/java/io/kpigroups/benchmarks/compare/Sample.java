package io.kpigroups.benchmarks.compare;

import io.kpigroups.benchmarks.load.Operation;
import java.util.Optional;

/**
 * One turn of one contender with one operation: a slice at full speed and one at the fixed rate.
 *
 * @param cpuMicros CPU time of the server's process for a request
 * @param compilerShare of it, what the JVM's compilers took
 * @param collectorShare of it, what the garbage collector took
 * @param throughput answers per second at full speed
 * @param p50 of latency at the fixed rate, in microseconds
 * @param failures answers that were not as they should be, in both slices
 * @param failure the first of these
 * @param foreignShare how much of the machine other programs and the host took, in the slice where
 *     they took more
 */
public record Sample(
    String contender,
    Operation operation,
    double cpuMicros,
    double compilerShare,
    double collectorShare,
    double throughput,
    double p50,
    long failures,
    Optional<String> failure,
    double foreignShare) {}
