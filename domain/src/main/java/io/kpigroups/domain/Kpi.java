package io.kpigroups.domain;

import java.util.List;

/**
 * A KPI in an account's register: that it exists, what it is called and who owns it.
 *
 * <p>KPIs themselves live in another system; the register tells which of them may be grouped. Each
 * owner is there once, in the order given.
 */
public record Kpi(AccountId account, KpiId id, KpiName name, List<UserId> owners) {
  /** The most owners that a KPI may be entered with; one that another system keeps has any. */
  public static final int MAX_OWNERS = 100;

  public Kpi {
    owners = owners.stream().distinct().toList();
  }

  /**
   * The entry of a KPI in the register.
   *
   * @throws InvalidInput if there are more owners than a KPI may be entered with
   */
  public static Kpi entry(AccountId account, KpiId id, KpiName name, List<UserId> owners) {
    Kpi kpi = new Kpi(account, id, name, owners);
    if (kpi.owners.size() > MAX_OWNERS) {
      throw new InvalidInput("A KPI may have at most " + MAX_OWNERS + " owners.");
    }
    return kpi;
  }

  /** This KPI as something that can be grouped. */
  public KpiRef ref() {
    return new KpiRef(account, id);
  }
}
