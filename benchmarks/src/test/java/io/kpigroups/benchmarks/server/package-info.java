@NullMarked
package io.kpigroups.benchmarks.server;

import org.jspecify.annotations.NullMarked;
