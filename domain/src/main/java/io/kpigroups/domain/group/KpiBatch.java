package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.kpi.KpiId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * KPIs that are put into a group and taken out of it together: all of that or nothing. At most
 * {@link #MAX_KPIS}, each named once.
 *
 * @param add what is to be in the group
 * @param remove what is not to be in it
 */
public record KpiBatch(List<KpiId> add, List<KpiId> remove) {
  /** The most KPIs of a batch. */
  public static final int MAX_KPIS = 1_000;

  /**
   * @throws InvalidInput if there are more, or one is named twice
   */
  public KpiBatch {
    add = List.copyOf(add);
    remove = List.copyOf(remove);
    if (add.size() + remove.size() > MAX_KPIS) {
      throw new InvalidInput("A batch may name at most " + MAX_KPIS + " KPIs.");
    }
    Set<KpiId> seen = new HashSet<>();
    String again =
        Stream.concat(add.stream(), remove.stream())
            .filter(kpi -> !seen.add(kpi))
            .distinct()
            .map(KpiId::value)
            .collect(Collectors.joining(", "));
    if (!again.isEmpty()) {
      throw new InvalidInput(
          "A batch must name each KPI once; it names " + again + " more than once.");
    }
  }

  /** One KPI that is to be in the group. */
  public static KpiBatch adding(KpiId kpi) {
    return new KpiBatch(List.of(kpi), List.of());
  }

  /** One KPI that is not to be in the group. */
  public static KpiBatch removing(KpiId kpi) {
    return new KpiBatch(List.of(), List.of(kpi));
  }

  /** All that it names. */
  public Set<KpiId> kpis() {
    Set<KpiId> all = new LinkedHashSet<>(add);
    all.addAll(remove);
    return all;
  }

  /**
   * What became of the KPIs of a batch.
   *
   * @param added how many were put into the group
   * @param removed how many were taken out of it
   * @param unchanged how many were as they should be already
   */
  public record Result(int added, int removed, int unchanged) {}

  /** What becomes of its KPIs by this decision on it. */
  public Result result(Decision<KpiGroup> decision) {
    int added = 0;
    int removed = 0;
    for (Change change : decision.changes()) {
      if (change instanceof Change.KpisAdded more) {
        added += more.kpis().size();
      } else if (change instanceof Change.KpisRemoved less) {
        removed += less.kpis().size();
      }
    }
    return new Result(added, removed, add.size() + remove.size() - added - removed);
  }
}
