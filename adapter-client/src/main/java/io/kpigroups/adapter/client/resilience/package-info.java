/** Calls to upstream with a time limit, retries, a bulkhead and a circuit breaker. */
@NullMarked
package io.kpigroups.adapter.client.resilience;

import org.jspecify.annotations.NullMarked;
