/** The rounds in which the servers take turns. */
@NullMarked
package io.kpigroups.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
