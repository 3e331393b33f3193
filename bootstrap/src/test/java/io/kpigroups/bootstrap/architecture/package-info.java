/**
 * The boundaries of the code, as tests: {@link io.kpigroups.bootstrap.architecture.Boundaries} is
 * the list to read; below {@code planted} there is a violation of each, which must be found.
 */
@NullMarked
package io.kpigroups.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
