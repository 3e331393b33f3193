package io.kpigroups.testkit.memory;

import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is kept of one account, and what decisions want to know of it.
 *
 * <p>Each call of a port takes the rows of its own account and no others, so that another account's
 * rows are out of reach.
 */
final class AccountRows {
  final AccountId account;
  final Map<KpiGroupId, KpiGroup> groups = new HashMap<>();
  final Map<KpiGroupId, Map<KpiId, Stamp>> members = new HashMap<>();
  final Map<UserId, Set<KpiGroupId>> favorites = new HashMap<>();
  final Map<KpiId, Kpi> kpis = new HashMap<>();
  final Map<InMemoryKeys.Key, KeyedCreate> keys = new HashMap<>();

  AccountRows(AccountId account) {
    this.account = account;
  }

  /** The group of this id, whatever its life. */
  Optional<KpiGroup> group(KpiGroupId id) {
    return Optional.ofNullable(groups.get(id));
  }

  Stream<KpiGroup> liveGroups() {
    return groups.values().stream().filter(group -> group.life().isLive());
  }

  /** Whether the KPI is in a live group. */
  boolean isGrouped(KpiId kpi) {
    return liveGroups().anyMatch(group -> membersOf(group.id()).containsKey(kpi));
  }

  ViewedGroup viewed(KpiGroup group, UserId viewer) {
    return new ViewedGroup(group, favoritesOf(viewer).contains(group.id()));
  }

  Map<KpiId, Stamp> membersOf(KpiGroupId group) {
    return members.computeIfAbsent(group, absent -> new HashMap<>());
  }

  /** The members of a group as they are listed. */
  Stream<Member> members(KpiGroupId group) {
    return membersOf(group).entrySet().stream()
        .map(
            member ->
                new Member(
                    member.getKey(),
                    Optional.ofNullable(kpis.get(member.getKey())).map(Kpi::name),
                    member.getValue()));
  }

  Set<KpiGroupId> favoritesOf(UserId user) {
    return favorites.computeIfAbsent(user, absent -> new HashSet<>());
  }

  /** The members of a group, to decide on. */
  GroupMembers groupMembers(KpiGroupId id) {
    Map<KpiId, Stamp> of = membersOf(id);
    return GroupMembers.of(
        account,
        group(id),
        new GroupMembers.Facts() {
          @Override
          public Set<KpiId> registered(Set<KpiId> some) {
            return both(some, kpis.keySet());
          }

          @Override
          public Set<KpiId> members(Set<KpiId> some) {
            return both(some, of.keySet());
          }

          @Override
          public long size() {
            return of.size();
          }

          @Override
          public long unregistered() {
            return of.keySet().stream().filter(kpi -> !kpis.containsKey(kpi)).count();
          }
        });
  }

  private static Set<KpiId> both(Set<KpiId> some, Set<KpiId> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  /** The favorites of a user, to decide on. */
  Favorites favorites(UserId user) {
    Set<KpiGroupId> of = favoritesOf(user);
    return new Favorites(
        account,
        new Favorites.Facts() {
          @Override
          public boolean contains(KpiGroupId group) {
            return of.contains(group);
          }

          @Override
          public long all() {
            return of.size();
          }

          @Override
          public long live() {
            return liveGroups().filter(group -> of.contains(group.id())).count();
          }
        });
  }

  /** The entry of a KPI in the register, to decide on. */
  RegisterEntry entry(KpiId id) {
    return new RegisterEntry(account, Optional.ofNullable(kpis.get(id)));
  }

  /** Who put the KPI into the group; empty if it is no member. */
  Optional<Stamp> membership(KpiGroupId group, KpiId kpi) {
    return Optional.ofNullable(membersOf(group).get(kpi));
  }

  /** Who deleted the group; empty if it lives, or is not here any more. */
  Optional<Stamp> deletion(KpiGroupId id) {
    return group(id).flatMap(group -> group.life().deleted());
  }

  long count() {
    return groups.size()
        + kpis.size()
        + keys.size()
        + members.values().stream().mapToLong(Map::size).sum()
        + favorites.values().stream().mapToLong(Collection::size).sum();
  }
}
