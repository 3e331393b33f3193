/** What is measured, traced and told of the running service; the rest knows nothing of it. */
@NullMarked
package io.kpigroups.bootstrap.observability;

import org.jspecify.annotations.NullMarked;
