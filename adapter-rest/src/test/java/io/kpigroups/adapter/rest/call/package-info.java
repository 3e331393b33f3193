@NullMarked
package io.kpigroups.adapter.rest.call;

import org.jspecify.annotations.NullMarked;
