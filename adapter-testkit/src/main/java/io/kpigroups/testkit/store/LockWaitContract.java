package io.kpigroups.testkit.store;

import static io.kpigroups.testkit.fixture.Scene.EVENING;
import static io.kpigroups.testkit.fixture.StorageFixture.offered;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.MemberSteps;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A call that waits for what another writer has locked, or for a connection that another caller
 * has, ends with its own deadline. How soon is not measured: it ends while the lock is held, and
 * before the calls that have more time.
 */
public interface LockWaitContract extends StorageFixture {
  /** More at once than most pools have connections. */
  int CALLERS = 64;

  @ParameterizedTest
  @ValueSource(ints = {1, CALLERS})
  @Tag(Race.TAG)
  default void whoWaitsForALockIsRefusedAtTheDeadlineWhileWhoHasTimeWaitsOn(int waiting)
      throws Exception {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("in-time");
    List<Consumer<Call>> changes = changes(scene, group);
    ExecutorService threads = Executors.newFixedThreadPool(waiting);
    try {
      List<? extends Future<?>> waiters;
      try (AutoCloseable lock = offered(lock(group), "lock(group)")) {
        waiters =
            Stream.generate(() -> threads.submit(() -> scene.join(group, kpi)))
                .limit(waiting)
                .toList();
        changes.forEach(change -> assertRefused(Race.of(1, i -> hurried(scene, change))));
        assertMayRead(Race.of(1, i -> hurried(scene, by -> scene.find(by, group))).get(0));
        assertThat(waiters).as("who has time").noneMatch(Future::isDone);
      }
      for (Future<?> waiter : waiters) {
        waiter.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertHasOnly(scene, group, kpi);
  }

  @Test
  @Tag(Race.TAG)
  default void whoGaveUpWaitingForALockHasChangedNothingAndHoldsNoConnection() throws Exception {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    KpiId kpi = scene.kpi("in-time");
    List<Consumer<Call>> changes = changes(scene, group);

    try (AutoCloseable lock = offered(lock(group), "lock(group)")) {
      assertRefused(Race.of(CALLERS, i -> hurried(scene, changes.get(i % changes.size()))));
    }

    Callable<KpiGroup> add =
        () -> {
          scene.join(group, kpi);
          return scene.now(group);
        };
    assertThat(Race.of(ConcurrencyContract.WRITERS, i -> add)).allMatch(Outcome::succeeded);
    assertHasOnly(scene, group, kpi);
  }

  /** Changes of which each would show afterwards. */
  private static List<Consumer<Call>> changes(Scene scene, KpiGroup group) {
    KpiId late = scene.kpi("too-late");
    AccountRules rules = AccountRules.DEFAULT;
    RevisionMatch any = RevisionMatch.unconditional();
    var groups = scene.storage.groups();
    var members = scene.storage.memberships();
    return List.of(
        by -> members.add(by, group.id(), late, EVENING, rules),
        by -> members.change(by, group.id(), KpiBatch.adding(late), EVENING, rules),
        by -> groups.rename(by, group.id(), new Name("Too late"), EVENING, any),
        by -> groups.delete(by, group.id(), EVENING, any));
  }

  /** The call with a deadline that passes soon. */
  private static Callable<Boolean> hurried(Scene scene, Consumer<Call> call) {
    return () -> {
      call.accept(new Call(scene.ann.actor(), Deadline.in(Duration.ofMillis(100))));
      return true;
    };
  }

  private static void assertRefused(List<Outcome<Boolean>> outcomes) {
    assertThat(outcomes)
        .flatExtracting(outcome -> outcome.failure().stream().toList())
        .hasSameSizeAs(outcomes)
        .hasOnlyElementsOfType(StorageUnavailable.class);
  }

  /** A reader need not wait for a writer, but may have to wait for a connection. */
  private static void assertMayRead(Outcome<Boolean> reader) {
    if (!reader.succeeded()) {
      assertRefused(List.of(reader));
    }
  }

  private static void assertHasOnly(Scene scene, KpiGroup group, KpiId member) {
    assertThat(scene.now(group)).isEqualTo(group);
    assertThat(MemberSteps.ids(scene, group)).containsExactly(member.value());
  }
}
