package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.KpiGroupException;
import java.util.List;

/**
 * What the domain has decided on the facts that a store gave it. The store applies the changes in
 * one step, on condition that the facts still hold; where they do not, it asks again.
 *
 * <p>A refusal is no decision but a {@link KpiGroupException}, which says why.
 *
 * @param state what was decided about, as it is afterwards
 * @param changes what is to be applied; empty where everything is so already
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
