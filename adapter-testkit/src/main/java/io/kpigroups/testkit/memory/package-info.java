/** The reference store, in memory. */
@NullMarked
package io.kpigroups.testkit.memory;

import org.jspecify.annotations.NullMarked;
