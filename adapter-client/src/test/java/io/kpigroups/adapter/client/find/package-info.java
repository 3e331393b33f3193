/** Filters and places in lists, before every kind of upstream. */
@NullMarked
package io.kpigroups.adapter.client.find;

import org.jspecify.annotations.NullMarked;
