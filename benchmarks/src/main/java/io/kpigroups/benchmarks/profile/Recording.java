package io.kpigroups.benchmarks.profile;

import java.util.List;

/**
 * What was recorded.
 *
 * @param samples the stacks
 * @param requests how many were answered in that time
 */
record Recording(List<StackSample> samples, long requests) {}
