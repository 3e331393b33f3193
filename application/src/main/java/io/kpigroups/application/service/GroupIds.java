package io.kpigroups.application.service;

import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Where the ids of new groups come from. */
@FunctionalInterface
public interface GroupIds {
  /** An id that no group has, for one that is made at this time. */
  KpiGroupId next(Instant at);

  /**
   * Ids whose order is that of the seconds in which they were made.
   *
   * @param random may be used by several threads at once
   */
  static GroupIds random(RandomGenerator random) {
    return at -> KpiGroupId.generate(at, random);
  }
}
