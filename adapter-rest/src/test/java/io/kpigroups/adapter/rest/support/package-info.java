@NullMarked
package io.kpigroups.adapter.rest.support;

import org.jspecify.annotations.NullMarked;
