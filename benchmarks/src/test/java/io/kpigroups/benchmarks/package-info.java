@NullMarked
package io.kpigroups.benchmarks;

import org.jspecify.annotations.NullMarked;
