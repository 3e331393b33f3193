/** What is printed and written of the results. */
@NullMarked
package io.kpigroups.benchmarks.report;

import org.jspecify.annotations.NullMarked;
