/** What an operation costs, in-process on the embedded store, against how much is stored. */
@NullMarked
package io.kpigroups.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
