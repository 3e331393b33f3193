package io.kpigroups.testkit;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import java.util.Optional;

/** What the suites must be told in addition where no port shows who did something, and when. */
public interface StoredStamps extends StorageFixture {

  /** Who put the KPI into the group, as it is kept; empty if the KPI is no member. */
  Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi);

  /** Who deleted the group, as it is kept; empty if it lives or was removed for good. */
  Optional<Stamp> storedDeletion(KpiGroup group);
}
