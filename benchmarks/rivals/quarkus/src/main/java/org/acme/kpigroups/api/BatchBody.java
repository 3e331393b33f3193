package org.acme.kpigroups.api;

import java.util.Set;

public record BatchBody(Set<String> add, Set<String> remove) {
  public BatchBody {
    add = add == null ? Set.of() : add;
    remove = remove == null ? Set.of() : remove;
  }

  public record Result(int added, int removed, int unchanged) {}
}
