/** The operations on groups, with their JSON. */
@NullMarked
package io.kpigroups.adapter.rest.group;

import org.jspecify.annotations.NullMarked;
