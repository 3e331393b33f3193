/** The contract of undoing a deletion. */
@NullMarked
package io.kpigroups.testkit.restore;

import org.jspecify.annotations.NullMarked;
