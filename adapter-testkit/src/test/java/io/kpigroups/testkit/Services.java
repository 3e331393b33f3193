package io.kpigroups.testkit;

import io.kpigroups.application.FavoriteService;
import io.kpigroups.application.KpiGroupService;
import io.kpigroups.application.KpiRegisterService;
import io.kpigroups.application.MembershipService;
import io.kpigroups.application.PurgeService;
import io.kpigroups.application.Settings;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.UserId;
import java.util.List;
import java.util.Set;

/**
 * All use cases over an in-memory store, their own unless told otherwise, and somebody who may
 * manage.
 */
final class Services {
  final InMemoryStorage storage;
  final MutableClock clock = new MutableClock(Scene.NOON);
  final AccountId account = Scene.freshAccount();
  final Actor manager = actor(Permission.MANAGE);
  final KpiGroupService groups;
  final MembershipService membership;
  final FavoriteService favorites;
  final KpiRegisterService register;
  final PurgeService purge;

  Services(Settings settings) {
    this(settings, new InMemoryStorage());
  }

  Services(Settings settings, InMemoryStorage storage) {
    this.storage = storage;
    groups = new KpiGroupService(storage.groups(), settings, clock);
    membership = new MembershipService(storage.memberships(), settings, clock);
    favorites = new FavoriteService(storage.favorites(), settings);
    register = new KpiRegisterService(storage.kpis(), settings);
    purge = new PurgeService(storage.deletedGroups(), settings, clock);
  }

  static Services standard() {
    return new Services(Settings.DEFAULT);
  }

  /** The standard settings, with limits and a page maximum that a test can reach. */
  static Settings small(int pageMax, KnownKpis known, boolean requireRevision) {
    AccountLimits limits = new AccountLimits(3, 2, 1);
    return new Settings(limits, pageMax, known, requireRevision, Settings.DEFAULT.retention());
  }

  Actor actor(Permission... permissions) {
    return Actor.of(account, new UserId("ann"), Set.of(permissions));
  }

  KpiGroup group(String name) {
    return groups.create(manager, new KpiGroupName(name)).group();
  }

  KpiId kpi(String id) {
    return register.put(manager, new KpiId(id), new KpiName("KPI " + id), List.of()).kpi().id();
  }
}
