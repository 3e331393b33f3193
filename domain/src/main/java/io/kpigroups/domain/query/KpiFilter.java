package io.kpigroups.domain.query;

import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which registered KPIs of an account are listed. What is empty does not matter.
 *
 * @param search what the name contains
 * @param owner one of the owners
 * @param ungrouped whether to list only KPIs that are in no live group
 */
public record KpiFilter(Optional<SearchText> search, Optional<Owner> owner, boolean ungrouped) {
  /** All of them. */
  public static final KpiFilter ALL = new KpiFilter(Optional.empty(), Optional.empty(), false);

  /** Those that are in no live group. */
  public static final KpiFilter UNGROUPED = new KpiFilter(Optional.empty(), Optional.empty(), true);

  /** Those whose name contains the text. */
  public static KpiFilter named(SearchText text) {
    return new KpiFilter(Optional.of(text), Optional.empty(), false);
  }

  /** Those of the owner. */
  public static KpiFilter of(Owner owner) {
    return new KpiFilter(Optional.empty(), Optional.of(owner), false);
  }

  /**
   * Whether the KPI is one of these: the reference for stores that filter by themselves.
   *
   * @param viewer who asks
   * @param grouped whether a KPI is in a live group; called only if needed
   */
  public boolean matches(Kpi kpi, Actor viewer, Predicate<KpiId> grouped) {
    return search.map(text -> text.isIn(kpi.name())).orElse(true)
        && owner.map(one -> kpi.owners().contains(one.user(viewer))).orElse(true)
        && !(ungrouped && grouped.test(kpi.id()));
  }
}
