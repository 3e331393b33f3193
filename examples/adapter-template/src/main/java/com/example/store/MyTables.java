package com.example.store;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that is kept. What throws {@link #notYet} is yours to write, and nothing else has to be. */
final class MyTables {

  /**
   * Does the work on the rows of the account as one step: all of it or, if it throws, nothing, and
   * no other step on these rows meanwhile. A transaction does that, or a lock.
   */
  <T> T inOneStep(AccountId account, Deadline deadline, Function<Rows, T> work) {
    throw notYet();
  }

  /** Throws {@link StorageUnavailable} if there is no way to the rows now. */
  void checkReady(Deadline deadline) {
    throw notYet();
  }

  /** What a method answers until it is written. */
  private static StorageUnavailable notYet() {
    return new StorageUnavailable(
        "The store cannot do this yet.", new UnsupportedOperationException());
  }

  /** What one account has, within one step. */
  static final class Rows {
    final AccountId account;

    Rows(AccountId account) {
      this.account = account;
    }

    // 1. The register of KPIs.

    Optional<Kpi> kpi(KpiId id) {
      throw notYet();
    }

    Stream<Kpi> kpis() {
      throw notYet();
    }

    /** Puts it in the place of the one with its id, if there is one. */
    void put(Kpi kpi) {
      throw notYet();
    }

    void remove(KpiId id) {
      throw notYet();
    }

    // 2. The groups. Those that are deleted stay, and say so themselves.

    Optional<KpiGroup> group(KpiGroupId id) {
      throw notYet();
    }

    Stream<KpiGroup> groups() {
      throw notYet();
    }

    /** Puts it in the place of the one with its id, if there is one. */
    void put(KpiGroup group) {
      throw notYet();
    }

    // 3. Who has marked which group.

    Set<KpiGroupId> favorites(UserId user) {
      throw notYet();
    }

    void addFavorite(UserId user, KpiGroupId group) {
      throw notYet();
    }

    void removeFavorite(UserId user, KpiGroupId group) {
      throw notYet();
    }

    // 4. Which KPIs are in which group, and who put them there.

    Map<KpiId, Stamp> members(KpiGroupId group) {
      throw notYet();
    }

    void addMember(KpiGroupId group, KpiId kpi, Stamp stamp) {
      throw notYet();
    }

    void removeMember(KpiGroupId group, KpiId kpi) {
      throw notYet();
    }

    /** How many rows there are, of every kind; only the suite wants to know. */
    long count() {
      throw notYet();
    }
  }
}
