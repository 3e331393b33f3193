/** What the register of KPIs must do. */
@NullMarked
package io.kpigroups.testkit.kpi;

import org.jspecify.annotations.NullMarked;
