/** Runs one operation: finds the caller, limits the rate, keeps the deadline. */
@NullMarked
package io.kpigroups.adapter.rest.call;

import org.jspecify.annotations.NullMarked;
