@NullMarked
package io.kpigroups.adapter.rest.edge;

import org.jspecify.annotations.NullMarked;
