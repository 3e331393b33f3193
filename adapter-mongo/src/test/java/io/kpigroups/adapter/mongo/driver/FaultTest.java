package io.kpigroups.adapter.mongo.driver;

import static io.kpigroups.adapter.mongo.support.MongoFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.support.Client;
import io.kpigroups.adapter.mongo.support.Fault;
import io.kpigroups.adapter.mongo.support.FaultyProxyTests;
import io.kpigroups.adapter.mongo.support.FaultyServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What comes out when the server is gone or hangs, and that the store recovers.
 *
 * <p>Where time ends a call, either outcome is right: whether a command was sent before decides,
 * and that is looked at. Everything else has minutes.
 */
@QuarkusTest
@QuarkusTestResource(value = FaultyServerResource.class, restrictToAnnotatedClass = true)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultTest extends FaultyProxyTests {
  private static final Duration SHORT = Duration.ofMillis(100);

  @Inject RecordedCommands recorded;
  @Inject Client client;

  @Test
  void aServerThatHangsMakesReadsAndRepeatableWritesUnavailable() {
    ListQuery<GroupField> all = ListQuery.groups(PageRange.first(1));
    assertThat(failureOnceSent(call -> storage.groups().list(call, GroupSelection.LIVE, all)))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failureOnceSent(call -> favor(call, group.id())))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failureOnceSent(call -> storage.checkReady(call.deadline())))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aServerThatHangsWhileItIsConnectedToMakesEverythingUnavailableAndIsSentNothing() {
    proxy.freeze();
    proxy.breakConnections();
    await().atMost(Duration.ofMinutes(5)).until(() -> client.open() == 0);
    List<CommandStartedEvent> sent =
        recorded.during(
            () -> {
              assertUnavailable(call -> storage.checkReady(call.deadline()));
              assertUnavailable(call -> storage.groups().find(call, group.id()));
              assertUnavailable(this::delete);
            });
    assertThat(sent).isEmpty();
  }

  @Test
  void aDeleteThatNeverGetsAConnectionIsUnavailableAndNotDone() {
    proxy.freeze();
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(() -> storage.groups().find(ann, group.id()).isPresent());
    await().atMost(Duration.ofMinutes(5)).until(() -> client.inUse() == 1);
    assertThat(recorded.during(() -> assertUnavailable(this::delete))).isEmpty();
    proxy.mend();
    assertThat(first.join()).isTrue();
    assertThat(storage.groups().find(ann, group.id())).isPresent();
  }

  @Test
  void aServerThatIsStoppedMakesEverythingUnavailableUntilItIsBack() {
    proxy.cut();
    await().atMost(Duration.ofMinutes(5)).until(() -> client.open() == 0);
    assertUnavailable(call -> storage.groups().find(call, group.id()));
    assertUnavailable(call -> newGroup(call, "Other"));
    proxy.mend();
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(group);
  }

  /** The look at the group is answered, and then nothing more. */
  @Test
  void aServerThatHangsOnceADeleteWasSentLeavesItsOutcomeUnknown() {
    proxy.next("update", Fault.ANSWER_MISSING);
    Call call = until(Deadline.in(Duration.ofSeconds(2)), ann);

    List<Throwable> failures = new ArrayList<>();
    List<String> sent =
        recorded.during(() -> failures.add(catchThrowable(() -> delete(call)))).stream()
            .map(CommandStartedEvent::getCommandName)
            .toList();

    assertThat(failures.get(0))
        .isInstanceOf(sent.contains("update") ? OutcomeUnknown.class : StorageUnavailable.class);
  }

  private void delete(Call call) {
    storage.groups().delete(call, group.id(), NOON, RevisionMatch.any());
  }

  /**
   * How the work fails when the server hangs, once it could send a command before its time was
   * over.
   */
  private Throwable failureOnceSent(Consumer<Call> work) {
    List<Throwable> failures = new ArrayList<>();
    for (Duration time = SHORT; true; time = time.multipliedBy(2)) {
      Duration now = time;
      proxy.mend();
      awaitReady();
      proxy.freeze();
      if (!recorded.during(() -> failures.add(failure(now, work))).isEmpty()) {
        return failures.get(failures.size() - 1);
      }
    }
  }

  private void assertUnavailable(Consumer<Call> work) {
    assertThat(failure(SHORT, work)).isInstanceOf(StorageUnavailable.class);
  }

  /** How the work fails within this time, which must be without a word of addresses. */
  private Throwable failure(Duration time, Consumer<Call> work) {
    Throwable failure = catchThrowable(() -> work.accept(until(Deadline.in(time), ann)));
    assertThat(failure)
        .isInstanceOf(KpiGroupException.class)
        .message()
        .doesNotContain("localhost", "127.0.0.1", String.valueOf(proxy.port()));
    return failure;
  }
}
