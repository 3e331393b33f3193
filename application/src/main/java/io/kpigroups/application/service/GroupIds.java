package io.kpigroups.application.service;

import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The source of ids for new groups. */
@FunctionalInterface
public interface GroupIds {
  /** An id that no group has, for a group made at this time. */
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
