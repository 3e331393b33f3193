/**
 * What the author of a new store extends: {@link io.kpigroups.testkit.KpiGroupStorageContract}, the
 * contract of all out-ports, and {@link io.kpigroups.testkit.InMemoryStorage}, the adapter that
 * shows how it is kept.
 */
@NullMarked
package io.kpigroups.testkit;

import org.jspecify.annotations.NullMarked;
