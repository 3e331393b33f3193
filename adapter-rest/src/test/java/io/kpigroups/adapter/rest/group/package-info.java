@NullMarked
package io.kpigroups.adapter.rest.group;

import org.jspecify.annotations.NullMarked;
