/** A few calls that show whether a server keeps the promises of the service. */
@NullMarked
package io.kpigroups.benchmarks.promise;

import org.jspecify.annotations.NullMarked;
