/** The store: each operation of the port as one call to upstream, and its JSON as domain values. */
@NullMarked
package io.kpigroups.adapter.client.store;

import org.jspecify.annotations.NullMarked;
