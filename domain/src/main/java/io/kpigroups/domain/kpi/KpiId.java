package io.kpigroups.domain.kpi;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.IdRule;

/**
 * The id of a KPI, given by the system that owns it: 1 to 64 characters of {@code A-Z a-z 0-9 _ -}.
 *
 * <p>{@code groups} is reserved, because a KPI's address would then be that of the groups.
 */
public record KpiId(String value) {
  private static final String RESERVED = "groups";

  /**
   * @throws InvalidInput if the value is anything else
   */
  public KpiId {
    IdRule.PLAIN.check("A KPI id", value);
    if (value.equals(RESERVED)) {
      throw new InvalidInput("A KPI id must not be the reserved word \"groups\".");
    }
  }
}
