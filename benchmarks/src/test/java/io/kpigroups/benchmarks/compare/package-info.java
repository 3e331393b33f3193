@NullMarked
package io.kpigroups.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
