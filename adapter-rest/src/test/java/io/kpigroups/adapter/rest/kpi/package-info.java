@NullMarked
package io.kpigroups.adapter.rest.kpi;

import org.jspecify.annotations.NullMarked;
