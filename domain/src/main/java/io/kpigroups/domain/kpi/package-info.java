/** KPIs in the register of an account. */
@NullMarked
package io.kpigroups.domain.kpi;

import org.jspecify.annotations.NullMarked;
