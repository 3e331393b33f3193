@NullMarked
package io.kpigroups.adapter.rest.edge.connection;

import org.jspecify.annotations.NullMarked;
