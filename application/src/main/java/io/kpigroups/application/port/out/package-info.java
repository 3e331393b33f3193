/** What KPI groups need of a store. Whoever implements this package is a store. */
@NullMarked
package io.kpigroups.application.port.out;

import org.jspecify.annotations.NullMarked;
