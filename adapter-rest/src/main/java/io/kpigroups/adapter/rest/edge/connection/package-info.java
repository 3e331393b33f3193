/** What guards a connection before a request is complete. */
@NullMarked
package io.kpigroups.adapter.rest.edge.connection;

import org.jspecify.annotations.NullMarked;
