package io.kpigroups.domain;

import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.util.Set;

/** Values that the tests of this module share. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
  public static final AccountId ACCOUNT = new AccountId("account-1");
  public static final AccountId OTHER_ACCOUNT = new AccountId("account-2");
  public static final UserId ANN = new UserId("ann");
  public static final UserId BOB = new UserId("bob");
  public static final KpiGroupId GROUP_ID = new KpiGroupId("0123456789abcdef01234567");

  private Samples() {}

  public static KpiGroup group(AccountId account) {
    Stamp stamp = new Stamp(ANN, NOON);
    return KpiGroup.create(account, GROUP_ID, new Name("Sales"), stamp);
  }

  public static KpiGroup group(String id, String name, Instant created) {
    Stamp stamp = new Stamp(ANN, created);
    KpiGroupId groupId = new KpiGroupId(id.repeat(24));
    return KpiGroup.create(ACCOUNT, groupId, new Name(name), stamp);
  }

  public static Actor actor(AccountId account, UserId user) {
    return Actor.of(account, user, Set.of());
  }
}
