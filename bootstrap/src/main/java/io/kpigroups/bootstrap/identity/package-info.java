/** Who sent a request: bearer tokens are verified here, and those for trying out are made. */
@NullMarked
package io.kpigroups.bootstrap.identity;

import org.jspecify.annotations.NullMarked;
