package com.example.cli.format;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;

/** Groups for tests. */
final class Samples {
  static final Instant DAWN = Instant.parse("2026-11-26T06:00:00.123Z");
  static final String ID = "6b081c06804c503dc0f97eca";

  private Samples() {}

  /** A group that has this name in a service, whatever our rules say of it. */
  static ViewedGroup named(String name, boolean favorite) {
    Stamp made = new Stamp(new UserId("ann"), DAWN);
    KpiGroup group =
        KpiGroup.create(new AccountId("acme"), new KpiGroupId(ID), Name.stored(name), made);
    return new ViewedGroup(group, favorite);
  }
}
