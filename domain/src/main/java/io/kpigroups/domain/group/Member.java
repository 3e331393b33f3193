package io.kpigroups.domain.group;

import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import java.util.Optional;

/**
 * A KPI in a group.
 *
 * @param name its name; empty if it is not in the register, or not any more
 * @param added who put it into the group, and when
 */
public record Member(KpiId kpi, Optional<Name> name, Stamp added) {}
