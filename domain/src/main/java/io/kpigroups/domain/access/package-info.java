/** Who acts, in which account, with which permissions and limits. */
@NullMarked
package io.kpigroups.domain.access;

import org.jspecify.annotations.NullMarked;
