/** Tests of identity. */
@NullMarked
package io.kpigroups.bootstrap.identity;

import org.jspecify.annotations.NullMarked;
