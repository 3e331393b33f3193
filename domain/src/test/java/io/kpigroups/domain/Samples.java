package io.kpigroups.domain;

import java.time.Instant;
import java.util.Set;

/** Values that the tests of this module share. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
  static final AccountId ACCOUNT = new AccountId("account-1");
  static final AccountId OTHER_ACCOUNT = new AccountId("account-2");
  static final UserId ANN = new UserId("ann");
  static final UserId BOB = new UserId("bob");
  static final KpiGroupId GROUP_ID = new KpiGroupId("0123456789abcdef01234567");

  private Samples() {}

  static KpiGroup group(AccountId account) {
    Stamp stamp = new Stamp(ANN, NOON);
    return KpiGroup.create(account, GROUP_ID, new KpiGroupName("Sales"), stamp);
  }

  static KpiGroup group(String id, String name, Instant created) {
    Stamp stamp = new Stamp(ANN, created);
    KpiGroupId groupId = new KpiGroupId(id.repeat(24));
    return KpiGroup.create(ACCOUNT, groupId, new KpiGroupName(name), stamp);
  }

  static Actor actor(AccountId account, UserId user) {
    return Actor.of(account, user, Set.of());
  }
}
