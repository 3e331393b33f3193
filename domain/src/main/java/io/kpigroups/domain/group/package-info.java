/** Groups, their members and favorites: what may be done with them, and what becomes of them. */
@NullMarked
package io.kpigroups.domain.group;

import org.jspecify.annotations.NullMarked;
