@NullMarked
package io.kpigroups.benchmarks.promise;

import org.jspecify.annotations.NullMarked;
