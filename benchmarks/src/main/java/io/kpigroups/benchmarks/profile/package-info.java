/**
 * Where a build of the service, or a rival on a JVM, spends its processor time and what it
 * allocates, by async-profiler.
 */
@NullMarked
package io.kpigroups.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
