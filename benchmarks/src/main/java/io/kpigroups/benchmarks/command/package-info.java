/** What can be asked for on the command line. */
@NullMarked
package io.kpigroups.benchmarks.command;

import org.jspecify.annotations.NullMarked;
