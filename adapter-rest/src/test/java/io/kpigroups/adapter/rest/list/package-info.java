@NullMarked
package io.kpigroups.adapter.rest.list;

import org.jspecify.annotations.NullMarked;
