/** Which rows of a list are asked for, and in which order. */
@NullMarked
package io.kpigroups.domain.query;

import org.jspecify.annotations.NullMarked;
