package io.kpigroups.testkit;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Favorite;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.Membership;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is kept of one account.
 *
 * <p>Each call of a port takes the rows of its actor's account and no others, so that another
 * account's rows are out of reach.
 */
final class AccountRows {
  /** What makes a membership unique. */
  record MemberKey(KpiGroupId group, KpiId kpi) {}

  final AccountId account;
  final Map<KpiGroupId, StoredGroup> groups = new HashMap<>();
  final Map<MemberKey, Membership> members = new HashMap<>();
  final Set<Favorite> favorites = new HashSet<>();
  final Map<KpiId, Kpi> kpis = new HashMap<>();

  AccountRows(AccountId account) {
    this.account = account;
  }

  Stream<KpiGroup> liveGroups() {
    return groups.values().stream().filter(StoredGroup::isLive).map(StoredGroup::group);
  }

  Optional<KpiGroup> findLive(KpiGroupId id) {
    return Optional.ofNullable(groups.get(id)).filter(StoredGroup::isLive).map(StoredGroup::group);
  }

  /**
   * The group of this id.
   *
   * @throws GroupNotFound if there is none, or it is deleted
   */
  KpiGroup live(KpiGroupId id) {
    return findLive(id).orElseThrow(GroupNotFound::new);
  }

  ViewedGroup viewed(KpiGroup group, UserId viewer) {
    return new ViewedGroup(
        group, favorites.contains(new Favorite(group.account(), viewer, group.id())));
  }

  /** Who put the KPI into the group; empty if it is no member. */
  Optional<Stamp> membership(KpiGroupId group, KpiId kpi) {
    return Optional.ofNullable(members.get(new MemberKey(group, kpi))).map(Membership::added);
  }

  /** Who deleted the group; empty if it lives, or is not here any more. */
  Optional<Stamp> deletion(KpiGroupId id) {
    return Optional.ofNullable(groups.get(id)).flatMap(StoredGroup::deleted);
  }

  long count() {
    return (long) groups.size() + members.size() + favorites.size() + kpis.size();
  }
}
