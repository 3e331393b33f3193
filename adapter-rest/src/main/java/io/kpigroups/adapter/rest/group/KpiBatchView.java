package io.kpigroups.adapter.rest.group;

import io.kpigroups.domain.group.KpiBatch;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The JSON of what became of a batch. */
@RegisterForReflection
public record KpiBatchView(int added, int removed, int unchanged) {

  static KpiBatchView of(KpiBatch.Result result) {
    return new KpiBatchView(result.added(), result.removed(), result.unchanged());
  }
}
