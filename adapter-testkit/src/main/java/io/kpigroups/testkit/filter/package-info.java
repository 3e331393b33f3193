/** How groups are found: filters, searches and favorites. */
@NullMarked
package io.kpigroups.testkit.filter;

import org.jspecify.annotations.NullMarked;
