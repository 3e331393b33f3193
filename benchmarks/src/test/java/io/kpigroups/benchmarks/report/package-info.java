@NullMarked
package io.kpigroups.benchmarks.report;

import org.jspecify.annotations.NullMarked;
