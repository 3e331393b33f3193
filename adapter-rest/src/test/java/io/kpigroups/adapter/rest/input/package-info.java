@NullMarked
package io.kpigroups.adapter.rest.input;

import org.jspecify.annotations.NullMarked;
