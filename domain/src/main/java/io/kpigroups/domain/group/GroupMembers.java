package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import java.util.Optional;

/**
 * The KPIs of one live group, and the rules of putting KPIs in and taking them out.
 *
 * <p>A rule reads only the facts that it needs, so that a store reads no more than it must.
 */
public final class GroupMembers {
  private final KpiGroup group;
  private final Facts facts;

  private GroupMembers(KpiGroup group, Facts facts) {
    this.group = group;
    this.facts = facts;
  }

  /** What a store knows of the group's members. A decision asks for each fact at most once. */
  public interface Facts {
    /** Whether the KPI is in the register of the group's account. */
    boolean isRegistered(KpiId kpi);

    /** Whether the KPI is in the group. */
    boolean contains(KpiId kpi);

    /** How many KPIs are in the group. */
    long size();

    /** How many of those are not in the register; only for the message of a refusal. */
    long unregistered();
  }

  /**
   * The members of a group of the account.
   *
   * @param found the group with this id, if any; it may be deleted, or in another account
   * @throws GroupNotFound if there is none, it is deleted, or it belongs to another account
   */
  public static GroupMembers of(AccountId account, Optional<KpiGroup> found, Facts facts) {
    return new GroupMembers(KpiGroup.liveIn(account, found), facts);
  }

  /**
   * Decides whether the KPI may be added. If it is in the group already, nothing changes: who added
   * it first stays recorded.
   *
   * @throws KpiNotFound if KPIs must be registered and this one is not
   * @throws LimitReached if the group is full and this KPI is not in it
   */
  public Decision<KpiGroup> add(KpiId kpi, Stamp stamp, AccountRules rules) {
    requireKnown(kpi, rules);
    if (facts.contains(kpi)) {
      return Decision.unchanged(group);
    }
    int limit = rules.limits().kpisPerGroup();
    if (facts.size() >= limit) {
      throw rules.knownKpis() == KnownKpis.ANY
          ? LimitReached.members(limit)
          : LimitReached.members(limit, facts.unregistered());
    }
    return Decision.of(group, new Change.KpiAdded(group.id(), kpi, stamp));
  }

  /**
   * Decides whether the KPI may be taken out, which works for a KPI that no longer exists, too.
   *
   * @throws KpiNotFound if KPIs must be registered and this one is neither registered nor in the
   *     group
   */
  public Decision<KpiGroup> remove(KpiId kpi, Stamp stamp, AccountRules rules) {
    if (facts.contains(kpi)) {
      return Decision.of(group, new Change.KpiRemoved(group.id(), kpi, stamp));
    }
    requireKnown(kpi, rules);
    return Decision.unchanged(group);
  }

  private void requireKnown(KpiId kpi, AccountRules rules) {
    if (rules.knownKpis() == KnownKpis.REGISTERED && !facts.isRegistered(kpi)) {
      throw new KpiNotFound(kpi.value());
    }
  }
}
