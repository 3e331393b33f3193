/** Which groups are asked for: expressions, their text, and what is looked for in names. */
@NullMarked
package io.kpigroups.domain.filter;

import org.jspecify.annotations.NullMarked;
