/** How the program starts, and what it refuses to start with. */
@NullMarked
package io.kpigroups.bootstrap.service.start;

import org.jspecify.annotations.NullMarked;
