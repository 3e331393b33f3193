/** Why something was not done. The bottom of the domain: it knows no other package. */
@NullMarked
package io.kpigroups.domain.failure;

import org.jspecify.annotations.NullMarked;
