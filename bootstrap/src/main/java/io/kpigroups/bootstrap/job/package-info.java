/** Jobs that the service runs at intervals. */
@NullMarked
package io.kpigroups.bootstrap.job;

import org.jspecify.annotations.NullMarked;
