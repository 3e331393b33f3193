/** The operations on the register of KPIs, with their JSON. */
@NullMarked
package io.kpigroups.adapter.rest.kpi;

import org.jspecify.annotations.NullMarked;
