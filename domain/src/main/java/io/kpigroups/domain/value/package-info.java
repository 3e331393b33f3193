/** Values that all of the domain shares: ids, names, revisions. */
@NullMarked
package io.kpigroups.domain.value;

import org.jspecify.annotations.NullMarked;
