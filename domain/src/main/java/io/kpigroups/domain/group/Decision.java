package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.KpiGroupException;
import java.util.List;

/**
 * What the domain decided, given the facts that a store has read. The store applies the changes in
 * one atomic step, on condition that the facts still hold; if they do not, it reads and asks again.
 *
 * <p>A refusal is a {@link KpiGroupException} that says why.
 *
 * @param state what was decided about, as it is after the decision
 * @param changes what to apply; empty if nothing changes
 */
public record Decision<S>(S state, List<Change> changes) {
  public Decision {
    changes = List.copyOf(changes);
  }

  static <S> Decision<S> of(S state, Change change) {
    return new Decision<>(state, List.of(change));
  }

  static <S> Decision<S> unchanged(S state) {
    return new Decision<>(state, List.of());
  }

  /** Whether there is anything to apply. */
  public boolean isChange() {
    return !changes.isEmpty();
  }
}
