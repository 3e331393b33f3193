/** The out-ports, each with its SQL. */
@NullMarked
package io.kpigroups.adapter.sqlite.store;

import org.jspecify.annotations.NullMarked;
