package io.kpigroups.application.service;

import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.out.KpiGroupStorage;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * All use cases over one store, for a program that embeds them. They may be used by many threads at
 * once, and end with the store.
 *
 * @param groups looking at and changing groups
 * @param membership which KPIs are in a group
 * @param favorites which groups a user watches
 * @param register which KPIs there are
 * @param purge removing for good what was deleted: nothing is, unless the program calls it
 */
public record UseCases(
    KpiGroups groups,
    GroupMembership membership,
    GroupFavorites favorites,
    KpiRegister register,
    GroupPurge purge) {

  /**
   * The use cases over this store.
   *
   * @param storage ready for use: open, or {@link KpiGroupStorage#prepare prepared}
   * @param clock the time that changes are stamped with
   * @param random makes the ids of groups; a good one, such as {@link java.security.SecureRandom},
   *     that several threads may use at once
   */
  public static UseCases of(
      KpiGroupStorage storage, Settings settings, Clock clock, RandomGenerator random) {
    return new UseCases(
        new KpiGroupService(storage, settings, clock, GroupIds.random(random)),
        new MembershipService(storage.memberships(), settings, clock),
        new FavoriteService(storage.favorites(), settings, clock),
        new KpiRegisterService(storage.kpis(), storage.registry(), settings),
        new PurgeService(storage.deletedGroups(), storage.idempotency(), settings, clock));
  }
}
