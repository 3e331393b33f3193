package com.example.store;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that is kept, in maps: what docs/adapters.md, section 1, leads to. */
final class MyTables {

  private final Map<AccountId, Rows> accounts = new HashMap<>();

  /**
   * Does the work on the rows of the account as one step: all of it or, if it throws, nothing, and
   * no other step on these rows meanwhile. A transaction does that, or a lock.
   */
  synchronized <T> T inOneStep(AccountId account, Deadline deadline, Function<Rows, T> work) {
    deadline.remaining();
    return work.apply(accounts.computeIfAbsent(account, Rows::new));
  }

  void checkReady(Deadline deadline) {
    deadline.remaining();
  }

  /** What one account has, within one step. */
  static final class Rows {
    final AccountId account;
    private final Map<KpiId, Kpi> kpis = new HashMap<>();
    private final Map<KpiGroupId, KpiGroup> groups = new HashMap<>();
    private final Map<UserId, Set<KpiGroupId>> favorites = new HashMap<>();
    private final Map<KpiGroupId, Map<KpiId, Stamp>> members = new HashMap<>();

    Rows(AccountId account) {
      this.account = account;
    }

    // 1. The register of KPIs.

    Optional<Kpi> kpi(KpiId id) {
      return Optional.ofNullable(kpis.get(id));
    }

    Stream<Kpi> kpis() {
      return kpis.values().stream();
    }

    /** Puts it in the place of the one with its id, if there is one. */
    void put(Kpi kpi) {
      kpis.put(kpi.id(), kpi);
    }

    void remove(KpiId id) {
      kpis.remove(id);
    }

    // 2. The groups. Those that are deleted stay, and say so themselves.

    Optional<KpiGroup> group(KpiGroupId id) {
      return Optional.ofNullable(groups.get(id));
    }

    Stream<KpiGroup> groups() {
      return groups.values().stream();
    }

    /** Puts it in the place of the one with its id, if there is one. */
    void put(KpiGroup group) {
      groups.put(group.id(), group);
    }

    // 3. Who has marked which group.

    Set<KpiGroupId> favorites(UserId user) {
      return favorites.computeIfAbsent(user, none -> new HashSet<>());
    }

    void addFavorite(UserId user, KpiGroupId group) {
      favorites(user).add(group);
    }

    void removeFavorite(UserId user, KpiGroupId group) {
      favorites(user).remove(group);
    }

    // 4. Which KPIs are in which group, and who put them there.

    Map<KpiId, Stamp> members(KpiGroupId group) {
      return members.computeIfAbsent(group, none -> new HashMap<>());
    }

    void addMember(KpiGroupId group, KpiId kpi, Stamp stamp) {
      members(group).put(kpi, stamp);
    }

    void removeMember(KpiGroupId group, KpiId kpi) {
      members(group).remove(kpi);
    }

    /** How many rows there are, of every kind; only the suite wants to know. */
    long count() {
      return kpis.size()
          + groups.size()
          + favorites.values().stream().mapToLong(Set::size).sum()
          + members.values().stream().mapToLong(Map::size).sum();
    }
  }
}
