/** What every list has: its parameters, its pages and the links between them. */
@NullMarked
package io.kpigroups.adapter.rest.list;

import org.jspecify.annotations.NullMarked;
