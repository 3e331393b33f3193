package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupException;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.OutcomeUnknown;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StorageUnavailable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes out when the server is gone, hangs, or loses an answer, and that it recovers. */
@QuarkusTest
@QuarkusTestResource(value = FaultyServerResource.class, restrictToAnnotatedClass = true)
@Timeout(60)
class FaultTest implements MongoFixture {
  private static final Duration DEADLINE = Duration.ofMillis(400);
  private static final Duration NO_HANG = Duration.ofSeconds(2);
  private static final KpiGroupName NEW = new KpiGroupName("New");

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject Database database;

  FaultyLine line;

  private final Actor ann = annInNewAccount();
  private KpiGroup group;

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @BeforeEach
  void theServerAnswers() {
    group = newGroup(ann, "Old").group();
  }

  @AfterEach
  void theLineIsMendedAndTheStoreRecoversByItself() {
    line.mend();
    storage.checkReady();
  }

  @Test
  void aServerThatHangsMakesReadsAndRepeatableWritesUnavailableInTime() {
    line.freeze();
    assertThat(failure(() -> storage.groups().list(ann, GroupQuery.of(PageRange.first(1)))))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failure(() -> storage.favorites().add(ann, group.id(), NO_LIMIT)))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failure(storage::checkReady)).isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aServerThatHangsLeavesTheOutcomeOfADeleteUnknownInTime() {
    line.freeze();
    assertThat(failure(() -> storage.groups().delete(ann, group.id(), NOON, RevisionMatch.any())))
        .isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void aServerThatHangsWhileItIsConnectedToMakesEverythingUnavailableInTime() {
    line.freeze();
    line.breakConnections();
    failure(storage::checkReady);
    assertThat(failure(() -> storage.groups().find(ann, group.id())))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failure(() -> storage.groups().delete(ann, group.id(), NOON, RevisionMatch.any())))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aDeleteThatNeverGotAConnectionIsUnavailableInTime() throws Exception {
    line.freeze();
    CompletableFuture<Throwable> first =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowable(
                    () ->
                        Deadline.within(
                            Duration.ofSeconds(3), () -> storage.groups().find(ann, group.id()))));
    line.awaitHeld();
    assertThat(failure(() -> storage.groups().delete(ann, group.id(), NOON, RevisionMatch.any())))
        .isInstanceOf(StorageUnavailable.class);
    line.mend();
    assertThat(first.get(5, TimeUnit.SECONDS)).isNull();
    assertThat(storage.groups().find(ann, group.id())).isPresent();
  }

  @Test
  void aServerThatIsStoppedMakesEverythingUnavailableUntilItIsBack() {
    line.cut();
    failure(storage::checkReady);
    assertThat(failure(() -> storage.groups().find(ann, group.id())))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failure(() -> newGroup(ann, "Other"))).isInstanceOf(StorageUnavailable.class);
    line.mend();
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(group);
  }

  @Test
  void aCreateWhoseAnswerIsLostHasAnUnknownOutcome() {
    line.loseAnswerTo("insert");
    assertThat(failure(() -> newGroup(ann, "Other"))).isInstanceOf(OutcomeUnknown.class);
    line.mend();
    assertThat(allGroups(ann)).hasSize(2);
  }

  @Test
  void aRenameWhoseAnswerIsLostHasAnUnknownOutcome() {
    line.loseAnswerTo("findAndModify");
    assertThat(
            failure(() -> storage.groups().rename(ann, group.id(), NEW, NOON, RevisionMatch.any())))
        .isInstanceOf(OutcomeUnknown.class);
    line.mend();
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group().name()).containsExactly(NEW);
  }

  @Test
  void aDeleteWhoseAnswerIsLostHasAnUnknownOutcome() {
    line.loseAnswerTo("findAndModify");
    assertThat(failure(() -> storage.groups().delete(ann, group.id(), NOON, RevisionMatch.any())))
        .isInstanceOf(OutcomeUnknown.class);
    line.mend();
    assertThat(allGroups(ann)).isEmpty();
  }

  @Test
  void aMembershipWhoseAnswerIsLostIsUnavailableAndMayBeRepeated() {
    KpiGroupId id = group.id();
    KpiId kpi = new KpiId("revenue");
    line.loseAnswerTo("insert");
    assertThat(
            failure(() -> storage.memberships().add(ann, id, kpi, NOON, KnownKpis.ANY, NO_LIMIT)))
        .isInstanceOf(StorageUnavailable.class);
    line.mend();
    assertThatCode(() -> storage.memberships().add(ann, id, kpi, NOON, KnownKpis.ANY, NO_LIMIT))
        .doesNotThrowAnyException();
  }

  @Test
  void aStartWithoutTheServerFailsNothingAndTheIndexesAreMadeLater() {
    MongoStorage starting = new MongoStorage(database, new IndexSetup(database));
    line.cut();
    assertThatCode(() -> within(starting::prepare)).doesNotThrowAnyException();
    assertThatThrownBy(() -> within(starting::checkReady)).isInstanceOf(StorageUnavailable.class);
    line.mend();
    assertThatCode(starting::checkReady).doesNotThrowAnyException();
  }

  /** How the work fails, which must be soon after the deadline and without a word of addresses. */
  private Throwable failure(Runnable work) {
    long start = System.nanoTime();
    Throwable failure = catchThrowable(() -> within(work));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NO_HANG);
    assertThat(failure)
        .isInstanceOf(KpiGroupException.class)
        .message()
        .doesNotContain("localhost", "127.0.0.1", String.valueOf(line.port()));
    return failure;
  }

  private static void within(Runnable work) {
    Deadline.within(
        DEADLINE,
        () -> {
          work.run();
          return true;
        });
  }
}
