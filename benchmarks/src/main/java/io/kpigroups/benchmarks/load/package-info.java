/** Requests and the two ways to send them: as fast as they are answered, and at a fixed rate. */
@NullMarked
package io.kpigroups.benchmarks.load;

import org.jspecify.annotations.NullMarked;
