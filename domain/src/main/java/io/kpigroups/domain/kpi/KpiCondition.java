package io.kpigroups.domain.kpi;

import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Optional;

/**
 * What a caller expects of a KPI's entry in the register before it is entered or removed.
 *
 * @param match in which revision it is expected to be there; {@link RevisionMatch#unconditional()}
 *     if nothing is expected
 * @param noneMatch in which revision it is expected not to be there; with {@link
 *     RevisionMatch#any()} it is expected not to be there at all
 */
public record KpiCondition(RevisionMatch match, RevisionMatch noneMatch) {
  /** Nothing is expected. */
  public static final KpiCondition NONE =
      new KpiCondition(RevisionMatch.unconditional(), RevisionMatch.unconditional());

  /** Whether anything is expected at all. */
  public boolean isStated() {
    return match.isStated() || noneMatch.isStated();
  }

  /**
   * Checks the entry that is there, if any.
   *
   * @throws StaleRevision if it is not as expected
   */
  public void check(Optional<Kpi> present) {
    if (!present.map(Kpi::revision).map(this::allows).orElse(!match.isStated())) {
      throw StaleRevision.kpi();
    }
  }

  private boolean allows(Revision revision) {
    return match.allows(revision) && !(noneMatch.isStated() && noneMatch.allows(revision));
  }
}
