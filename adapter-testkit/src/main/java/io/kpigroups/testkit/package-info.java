/**
 * What an author of a store needs to prove it: contract suites for the out-ports, and an in-memory
 * store that passes them.
 *
 * <p>Extend {@link io.kpigroups.testkit.KpiGroupStorageContract}. For something that is no store as
 * a whole, implement some of the contract interfaces.
 */
@NullMarked
package io.kpigroups.testkit;

import org.jspecify.annotations.NullMarked;
