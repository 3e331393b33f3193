package io.kpigroups.domain.filter;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A group that may match a filter.
 *
 * @param favorite whether it is a favorite of the user who asks
 * @param contains whether the KPI is in the group; called only if needed
 */
public record Candidate(KpiGroup group, boolean favorite, Predicate<KpiId> contains) {

  /** A group with these KPIs in it. */
  public static Candidate of(KpiGroup group, boolean favorite, Set<KpiId> members) {
    return new Candidate(group, favorite, members::contains);
  }
}
