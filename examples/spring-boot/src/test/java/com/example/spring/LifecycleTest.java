package com.example.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.adapter.sqlite.UnusableDataFolder;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.service.Settings;
import io.kpigroups.application.service.UseCases;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class LifecycleTest {
  @TempDir Path folder;

  @Test
  void theShutdownLetsGoOfTheFolder() {
    try (ConfigurableApplicationContext running = start()) {
      assertThat(running.isRunning()).isTrue();
      assertThatThrownBy(this::open).isInstanceOf(UnusableDataFolder.class);
    }

    open().close();
  }

  @Test
  void whatWasDeletedLongAgoGoesForGood() {
    try (SqliteStorage storage = open()) {
      deleteOneAMonthAgo(storage);
      assertThat(useCases(storage, Clock.systemUTC()).purge().backlog()).isEqualTo(1);
    }

    try (ConfigurableApplicationContext running = start()) {
      UseCases useCases = running.getBean(UseCases.class);
      await().until(() -> useCases.purge().backlog() == 0);
    }
  }

  private static void deleteOneAMonthAgo(SqliteStorage storage) {
    Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-31));
    UseCases useCases = useCases(storage, then);
    Actor ann = Actor.of(new AccountId("acme"), new UserId("ann"), Set.of(Permission.MANAGE));
    Call call = new Call(ann, Deadline.in(Duration.ofMinutes(1)));
    KpiGroupId old = useCases.groups().create(call, new Name("Old")).group().id();
    useCases.groups().delete(call, old, RevisionMatch.unconditional());
  }

  private static UseCases useCases(SqliteStorage storage, Clock clock) {
    return UseCases.of(storage, Settings.DEFAULT, clock, new SecureRandom());
  }

  private ConfigurableApplicationContext start() {
    return SpringApplication.run(
        Application.class, "--server.port=0", "--kpi-groups.folder=" + folder);
  }

  private SqliteStorage open() {
    return SqliteStorage.open(folder, Duration.ofSeconds(1));
  }
}
