/** The benchmarks: what the service costs beside what its users would take instead. */
@NullMarked
package io.kpigroups.benchmarks;

import org.jspecify.annotations.NullMarked;
