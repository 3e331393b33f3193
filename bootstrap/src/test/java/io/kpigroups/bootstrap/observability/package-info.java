/** Tests of what is measured and traced. */
@NullMarked
package io.kpigroups.bootstrap.observability;

import org.jspecify.annotations.NullMarked;
