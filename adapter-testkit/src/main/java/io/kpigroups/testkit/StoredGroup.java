package io.kpigroups.testkit;

import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.Stamp;
import java.util.Optional;

/**
 * A group as it is kept.
 *
 * @param deleted who deleted it and when; empty while it lives
 */
record StoredGroup(KpiGroup group, Optional<Stamp> deleted) {
  boolean isLive() {
    return deleted.isEmpty();
  }
}
