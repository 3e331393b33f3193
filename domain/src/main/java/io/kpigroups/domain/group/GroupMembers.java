package io.kpigroups.domain.group;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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
    /** Those of these KPIs that are in the register of the group's account. */
    Set<KpiId> registered(Set<KpiId> kpis);

    /** Those of these KPIs that are in the group. */
    Set<KpiId> members(Set<KpiId> kpis);

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
    return change(KpiBatch.adding(kpi), stamp, rules);
  }

  /**
   * Decides whether the KPI may be taken out, which works for a KPI that no longer exists, too.
   *
   * @throws KpiNotFound if KPIs must be registered and this one is neither registered nor in the
   *     group
   */
  public Decision<KpiGroup> remove(KpiId kpi, Stamp stamp, AccountRules rules) {
    Decision<KpiGroup> decision = change(KpiBatch.removing(kpi), stamp, rules);
    if (!decision.isChange()) {
      requireKnown(Set.of(kpi), rules);
    }
    return decision;
  }

  /**
   * Decides whether all of the batch may be done. What is as it should be already does not change:
   * to add a member again, or to remove what is none, registered or not. KPIs that are taken out
   * make room for those that come.
   *
   * @throws KpiNotFound with all of them, if KPIs must be registered and some that are to be added
   *     are not
   * @throws LimitReached if KPIs come and the group would have more than it may
   */
  public Decision<KpiGroup> change(KpiBatch batch, Stamp stamp, AccountRules rules) {
    requireKnown(new LinkedHashSet<>(batch.add()), rules);
    Set<KpiId> members = facts.members(batch.kpis());
    List<KpiId> added = batch.add().stream().filter(kpi -> !members.contains(kpi)).toList();
    List<KpiId> removed = batch.remove().stream().filter(members::contains).toList();
    List<Change> changes = new ArrayList<>();
    if (!removed.isEmpty()) {
      changes.add(new Change.KpisRemoved(group.id(), removed, stamp));
    }
    if (!added.isEmpty()) {
      requireRoom(added.size() - removed.size(), rules);
      changes.add(new Change.KpisAdded(group.id(), added, stamp));
    }
    return new Decision<>(group, changes);
  }

  private void requireRoom(int more, AccountRules rules) {
    int limit = rules.limits().kpisPerGroup();
    long size = facts.size();
    if (size + more > limit) {
      throw LimitReached.members(
          limit,
          size,
          size + more,
          rules.knownKpis() == KnownKpis.ANY
              ? OptionalLong.empty()
              : OptionalLong.of(facts.unregistered()));
    }
  }

  private void requireKnown(Set<KpiId> kpis, AccountRules rules) {
    if (rules.knownKpis() == KnownKpis.REGISTERED && !kpis.isEmpty()) {
      Set<KpiId> registered = facts.registered(kpis);
      List<String> unknown =
          kpis.stream().filter(kpi -> !registered.contains(kpi)).map(KpiId::value).toList();
      if (!unknown.isEmpty()) {
        throw new KpiNotFound(unknown);
      }
    }
  }
}
