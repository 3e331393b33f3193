package io.kpigroups.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.demo.DemoData;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.bootstrap.identity.keys.LogLines;
import io.kpigroups.bootstrap.job.Purge;
import io.kpigroups.bootstrap.observability.TestMeters;
import io.kpigroups.bootstrap.store.Stores;
import io.kpigroups.bootstrap.store.StoresTest;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.CreationException;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {
  @TempDir private Path folder = Path.of("");

  private final List<String> done = new ArrayList<>();
  private final RecordedScheduler scheduler = new RecordedScheduler();

  @Test
  void theStoreIsPreparedAndThePurgeScheduledAndNoDemoDataMade() {
    start(() -> {}, Identity.elsewhere());

    assertThat(done).containsExactly("prepare");
    assertThat(scheduler.isScheduled()).isTrue();
  }

  @Test
  void whereNothingDeletedIsKeptThereIsNoPurge() {
    start(() -> {}, Identity.elsewhere(), Optional.empty());

    assertThat(scheduler.isScheduled()).isFalse();
  }

  @Test
  void theDemoGetsItsDataOnceTheStoreIsOpen() {
    start(() -> {}, demo());

    assertThat(done).startsWith("prepare", "list KPIs");
  }

  @Test
  void aStoreThatIsOutOfReachIsNoReasonNotToStart() {
    Runnable away =
        () -> {
          throw new StorageUnavailable("away", new TimeoutException());
        };

    assertThatCode(() -> start(away, Identity.elsewhere())).doesNotThrowAnyException();
    assertThat(scheduler.isScheduled()).isTrue();
  }

  @Test
  void oneWarningSaysWhyAStoreIsOutOfReachAndNoSecret() {
    Runnable away =
        () -> {
          throw new StorageUnavailable(
              "The database is away.", new IllegalStateException("postgresql://ann:pw@db refused"));
        };
    try (LogLines log = new LogLines(StartUp.class)) {
      start(away, Identity.elsewhere());

      assertThat(log.lines())
          .containsExactly(
              "The store \"embedded\" cannot be reached yet: The database is away."
                  + " Cause: IllegalStateException: postgresql://***@db refused");
    }
  }

  @Test
  void aStoreThatCanNeverBeUsedIsAReasonThatIsTold() {
    RuntimeException reason = new IllegalStateException("The folder is taken.");
    for (RuntimeException failure : List.of(reason, new CreationException("x", reason))) {
      Runnable unusable =
          () -> {
            throw failure;
          };

      assertThatThrownBy(() -> start(unusable, demo()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage("The store \"embedded\" cannot be used: The folder is taken.");
    }
    assertThat(done).containsOnly("prepare");
    assertThat(scheduler.isScheduled()).isFalse();
  }

  private Identity demo() {
    return new Wiring()
        .identity(
            TestConfig.service(Map.of()),
            config().getConfigMapping(IdentityConfig.class),
            folder::toString,
            config(),
            NoProvider.access(),
            Clock.systemUTC());
  }

  private static SmallRyeConfig config() {
    return TestConfig.of(Map.of());
  }

  private void start(Runnable prepare, Identity identity) {
    start(prepare, identity, Optional.of(StandIn.of(DeletedGroups.class, Map.of())));
  }

  private void start(Runnable prepare, Identity identity, Optional<DeletedGroups> deleted) {
    KpiGroupStorage storage =
        StandIn.of(
            KpiGroupStorage.class,
            Map.of(
                "prepare",
                none -> {
                  done.add("prepare");
                  prepare.run();
                  return null;
                },
                "deletedGroups",
                none -> deleted));
    ServiceConfig config = TestConfig.service(Map.of());
    new StartUp(config, new Stores(List.of(StoresTest.handle("embedded", storage))))
        .check(
            new StartupEvent(),
            config(),
            storage,
            instance(identity),
            instance(new DemoData(register())),
            instance(
                new Purge(
                    scheduler.scheduler(),
                    config,
                    StandIn.of(GroupPurge.class, Map.of()),
                    new TestMeters().purge())));
  }

  private KpiRegister register() {
    return StandIn.of(
        KpiRegister.class,
        Map.of(
            "list",
            arguments -> {
              done.add("list KPIs");
              return new Page<>(List.of(), OptionalLong.of(1), PageRange.first(1), false);
            }));
  }

  @SuppressWarnings("unchecked")
  private static <T> Instance<T> instance(T bean) {
    return StandIn.of(Instance.class, Map.of("get", none -> bean));
  }
}
