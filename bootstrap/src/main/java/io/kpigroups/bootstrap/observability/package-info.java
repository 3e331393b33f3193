/** Metrics, traces and version of the running service; no other package knows of them. */
@NullMarked
package io.kpigroups.bootstrap.observability;

import org.jspecify.annotations.NullMarked;
