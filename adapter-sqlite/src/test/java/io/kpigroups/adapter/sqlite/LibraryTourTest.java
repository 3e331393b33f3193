package io.kpigroups.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.GroupIds;
import io.kpigroups.application.KpiGroupService;
import io.kpigroups.application.Settings;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the README shows to those who use the library. */
class LibraryTourTest {

  @Test
  void theProgramOfTheReadmeRuns(@TempDir Path folder) {
    // Time stands still, so that its five seconds are enough for any machine.
    Deadline deadline = Deadline.in(Duration.ofSeconds(5), () -> 0);
    try (SqliteStorage storage = SqliteStorage.open(folder, Duration.ofSeconds(5))) {
      KpiGroups groups =
          new KpiGroupService(
              storage.groups(),
              Settings.DEFAULT,
              Clock.systemUTC(),
              GroupIds.random(new SecureRandom()));
      Actor ann = Actor.of(new AccountId("acme"), new UserId("ann"), Set.of(Permission.MANAGE));
      Call call = new Call(ann, deadline);
      ViewedGroup sales = groups.create(call, new KpiGroupName("Sales"));
      assertThat(groups.list(call, GroupQuery.of(PageRange.first(10))).items())
          .containsExactly(sales);
    }
  }
}
