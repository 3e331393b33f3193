package io.kpigroups.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.service.Settings;
import io.kpigroups.application.service.UseCases;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
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
      UseCases useCases =
          UseCases.of(storage, Settings.DEFAULT, Clock.systemUTC(), new SecureRandom());
      Actor ann = Actor.of(new AccountId("acme"), new UserId("ann"), Set.of(Permission.MANAGE));
      Call call = new Call(ann, deadline);
      ViewedGroup sales = useCases.groups().create(call, new Name("Sales"));
      assertThat(useCases.groups().list(call, ListQuery.groups(PageRange.first(10))).items())
          .containsExactly(sales);
    }
  }
}
