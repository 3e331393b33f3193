/** Lists that are walked from place to place, whatever is written meanwhile. */
@NullMarked
package io.kpigroups.testkit.cursor;

import org.jspecify.annotations.NullMarked;
