package io.kpigroups.testkit;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What the suites need of a store, and the words that they speak in. */
public interface StorageFixture {

  /** A time that all suites create at, with milliseconds. */
  Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

  /** A limit that no test reaches. */
  int NO_LIMIT = 1_000_000;

  /** The store under test; the same one at every call. */
  KpiGroupStorage storage();

  /**
   * How an actor comes to be. A store that forwards to a service overrides this, so that the
   * service knows the actor too.
   */
  default Actor actor(AccountId account, UserId user) {
    return Actor.of(account, user, Set.of(Permission.MANAGE));
  }

  /** How a KPI becomes known in the actor's account. */
  default void givenKpi(Actor actor, KpiId id) {
    KpiName name = new KpiName("KPI " + id.value());
    storage().kpis().put(actor, new Kpi(actor.account(), id, name, List.of()));
  }

  /** Ann, in an account that nobody else uses. */
  default Actor annInNewAccount() {
    return actor(newAccount(), new UserId("ann"));
  }

  /** Another user of the same account. */
  default Actor colleague(Actor actor, String user) {
    return actor(actor.account(), new UserId(user));
  }

  /** A new group of this name, created at {@link #NOON}. */
  default ViewedGroup newGroup(Actor actor, String name) {
    return storage().groups().create(actor, new KpiGroupName(name), NOON, NO_LIMIT);
  }

  /** The id of a new group. */
  default KpiGroupId newGroupId(Actor actor) {
    return newGroup(actor, "Group").group().id();
  }

  /** A KPI that is known in the actor's account. */
  default KpiId newKpi(Actor actor) {
    KpiId id = new KpiId(randomHex());
    givenKpi(actor, id);
    return id;
  }

  /** Puts a registered KPI into a group, far from any limit. */
  default void join(Actor actor, KpiGroupId group, KpiId kpi) {
    storage().memberships().add(actor, group, kpi, NOON, KnownKpis.REGISTERED, NO_LIMIT);
  }

  /** Every group of the account, as the actor sees it, by id. */
  default List<ViewedGroup> allGroups(Actor actor) {
    return storage().groups().list(actor, GroupQuery.of(PageRange.first(NO_LIMIT))).items();
  }

  /** An account that nobody else uses. */
  static AccountId newAccount() {
    return new AccountId(randomHex());
  }

  /** An id that no group has. */
  static KpiGroupId unknownGroup() {
    return new KpiGroupId(randomHex());
  }

  /** 24 random hexadecimal digits. */
  static String randomHex() {
    byte[] bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
