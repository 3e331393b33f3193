/** What the service measures and traces, and what the dashboard makes of it. */
@NullMarked
package io.kpigroups.bootstrap.service.observed;

import org.jspecify.annotations.NullMarked;
