/**
 * What a request passes before Quarkus REST: filters (in the order of FilterPriorities) and the
 * log.
 */
@NullMarked
package io.kpigroups.adapter.rest.edge;

import org.jspecify.annotations.NullMarked;
