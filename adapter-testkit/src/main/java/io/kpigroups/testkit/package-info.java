/**
 * What an author of a store needs to prove it: contract suites for the out-ports, and an in-memory
 * store that passes them.
 *
 * <p>Extend {@link io.kpigroups.testkit.KpiGroupStorageContract} for a whole store, or implement
 * some of the contract interfaces for a store that can only do part of it.
 */
@NullMarked
package io.kpigroups.testkit;

import org.jspecify.annotations.NullMarked;
