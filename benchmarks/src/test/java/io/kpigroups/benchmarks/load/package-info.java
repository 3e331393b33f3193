@NullMarked
package io.kpigroups.benchmarks.load;

import org.jspecify.annotations.NullMarked;
