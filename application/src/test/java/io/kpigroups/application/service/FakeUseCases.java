package io.kpigroups.application.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All use cases over fakes of the out-ports, at a time that stands still. */
final class FakeUseCases {
  /** What the stores were asked, in that order. */
  final List<Invocation> calls = new ArrayList<>();

  final FakeGroups groupStore = new FakeGroups(calls);
  final FakeKpis kpiStore = new FakeKpis(calls);
  final FakeKeys keyStore = new FakeKeys(calls);
  final KpiGroupService groups;
  final MembershipService membership;
  final FavoriteService favorites;
  final KpiRegisterService register;

  FakeUseCases(Settings settings) {
    Clock noon = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    FakeMemberships members = new FakeMemberships(groupStore, kpiStore, calls);
    groups =
        new KpiGroupService(
            groupStore, members, Optional.of(keyStore), settings, noon, at -> Samples.NEW_ID);
    membership = new MembershipService(members, settings, noon);
    favorites = new FavoriteService(new FakeFavorites(groupStore, calls), settings, noon);
    register = new KpiRegisterService(kpiStore, Optional.of(kpiStore), settings);
  }
}
