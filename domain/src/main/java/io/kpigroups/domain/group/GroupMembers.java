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
 * <p>What a rule does not need is not asked for, so that a store looks up no more than it must.
 */
public final class GroupMembers {
  private final KpiGroup group;
  private final Facts facts;

  private GroupMembers(KpiGroup group, Facts facts) {
    this.group = group;
    this.facts = facts;
  }

  /** What a store knows of the group's members; each is asked for at most once in a decision. */
  public interface Facts {
    /** Whether the KPI is in the register of the group's account. */
    boolean isRegistered(KpiId kpi);

    /** Whether the KPI is in the group. */
    boolean contains(KpiId kpi);

    /** How many KPIs are in the group. */
    long size();

    /** How many of those are not in the register; asked for only to say so in a refusal. */
    long unregistered();
  }

  /**
   * The members of a group of the account.
   *
   * @param found what has the id that was asked for, whatever its account and its life
   * @throws GroupNotFound if it is not there for users of the account
   */
  public static GroupMembers of(AccountId account, Optional<KpiGroup> found, Facts facts) {
    return new GroupMembers(KpiGroup.liveIn(account, found), facts);
  }

  /**
   * Decides that the KPI is in the group; if it is already, nothing changes, and who put it there
   * first stays known.
   *
   * @throws KpiNotFound if KPIs must be registered and this one is not
   * @throws LimitReached if the group has as many KPIs as it may, and this is not one of them
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
   * Decides that the KPI is not in the group, which works also where the KPI itself is gone.
   *
   * @throws KpiNotFound if it is not in the group, KPIs must be registered and this one is not
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
