package io.kpigroups.benchmarks.scale;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.service.FavoriteService;
import io.kpigroups.application.service.GroupIds;
import io.kpigroups.application.service.KpiGroupService;
import io.kpigroups.application.service.MembershipService;
import io.kpigroups.application.service.Settings;
import io.kpigroups.domain.access.AccountLimits;
import java.security.SecureRandom;
import java.time.Clock;

/** The services on one store, made as the service that runs makes them, but that nothing logs. */
record Services(KpiGroups groups, GroupMembership memberships, GroupFavorites favorites) {
  /** Limits that no size here reaches; all else is as it is by default. */
  private static final Settings SETTINGS =
      Settings.DEFAULT.withLimits(
          new AccountLimits(
              Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));

  static Services of(SqliteStorage storage) {
    Clock clock = Clock.systemUTC();
    return new Services(
        new KpiGroupService(storage, SETTINGS, clock, GroupIds.random(new SecureRandom())),
        new MembershipService(storage.memberships(), SETTINGS, clock),
        new FavoriteService(storage.favorites(), SETTINGS, clock));
  }
}
