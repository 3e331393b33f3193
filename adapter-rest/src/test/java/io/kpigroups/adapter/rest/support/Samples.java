package io.kpigroups.adapter.rest.support;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;

/** Values for tests. */
public final class Samples {
  static final KpiGroupId GROUP_ID = new KpiGroupId("65f0a1b2c3d4e5f60718293a");
  static final Stamp BY_ANN =
      new Stamp(new UserId("ann"), Instant.parse("2026-01-02T03:04:05.006Z"));
  static final Stamp BY_BOB = new Stamp(new UserId("bob"), Instant.parse("2026-02-03T00:00:00Z"));

  private Samples() {}

  /** A group of ann's that bob has renamed. */
  public static ViewedGroup group(String name, String revision, boolean favorite) {
    return group(name, revision, favorite, BY_ANN, BY_BOB);
  }

  public static ViewedGroup group(
      String name, String revision, boolean favorite, Stamp created, Stamp modified) {
    return new ViewedGroup(
        new KpiGroup(
            new AccountId("a1"),
            GROUP_ID,
            new Name(name),
            created,
            modified,
            new Revision(revision)),
        favorite);
  }
}
