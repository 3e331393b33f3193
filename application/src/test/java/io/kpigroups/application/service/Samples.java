package io.kpigroups.application.service;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Values that the tests of this module share. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
  static final Duration RETENTION = Duration.ofDays(7);
  static final AccountId ACCOUNT = new AccountId("account-1");
  static final AccountId OTHER_ACCOUNT = new AccountId("account-2");
  static final UserId ANN = new UserId("ann");
  static final Call MANAGER = actor(Permission.MANAGE);
  static final Call READER = actor(Permission.READ);
  static final Call GUEST = actor();
  static final Name NAME = new Name("Sales");
  static final Name NEW_NAME = new Name("Revenue");

  /** The id that the next group gets. */
  static final KpiGroupId NEW_ID = new KpiGroupId("abcdef012345abcdef012345");

  /** An id that no group has. */
  static final KpiGroupId NO_GROUP = new KpiGroupId("0123456789abcdef01234567");

  /** Limits that are all different, and pages of two rows. */
  static final Settings SETTINGS = settings(KnownKpis.REGISTERED, false);

  private Samples() {}

  static Settings settings(KnownKpis known, boolean requireRevision) {
    return new Settings(new AccountLimits(5, 6, 4, 3), 2, known, requireRevision, RETENTION);
  }

  static KpiGroupId groupId(int number) {
    return new KpiGroupId("%024x".formatted(number));
  }

  private static Call actor(Permission... permissions) {
    return new Call(
        Actor.of(ACCOUNT, ANN, Set.of(permissions)), Deadline.in(Duration.ofHours(1), () -> 0));
  }
}
