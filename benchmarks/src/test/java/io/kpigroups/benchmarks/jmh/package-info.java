@NullMarked
package io.kpigroups.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
