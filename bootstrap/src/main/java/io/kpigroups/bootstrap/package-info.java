/** The program: its entry point, the order of its start, and the wiring of its parts. */
@NullMarked
package io.kpigroups.bootstrap;

import org.jspecify.annotations.NullMarked;
