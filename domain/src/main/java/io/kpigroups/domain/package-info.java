/**
 * KPI groups, membership and favorites under the account invariants.
 *
 * <p>Values validate themselves in their constructors; {@link io.kpigroups.domain.KpiGroup}, {@link
 * io.kpigroups.domain.Membership} and {@link io.kpigroups.domain.Favorite} can only be made from
 * things of one account. Nothing here knows of a database, a protocol or a framework.
 */
@NullMarked
package io.kpigroups.domain;

import org.jspecify.annotations.NullMarked;
