/** What the removal of deleted groups must do. */
@NullMarked
package io.kpigroups.testkit.purge;

import org.jspecify.annotations.NullMarked;
