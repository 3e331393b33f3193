/** What the parts of the service cost that every request, or every row of a list, goes through. */
@NullMarked
package io.kpigroups.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
