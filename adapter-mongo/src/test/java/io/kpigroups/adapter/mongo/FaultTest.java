package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandStartedEvent;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What comes out when the server is gone, hangs, or loses an answer, and that it recovers.
 *
 * <p>Where time ends a call, either outcome is right: whether a command was sent before decides,
 * and that is looked at. Everything else has minutes.
 */
@QuarkusTest
@QuarkusTestResource(value = FaultyServerResource.class, restrictToAnnotatedClass = true)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultTest implements MongoFixture {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final KpiGroupName NEW = new KpiGroupName("New");

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject Database database;
  @Inject RecordedCommands recorded;
  @Inject Client client;

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
    awaitReady();
  }

  private void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptionsInstanceOf(StorageUnavailable.class)
        .untilAsserted(storage::checkReady);
  }

  @Test
  void aServerThatHangsMakesReadsAndRepeatableWritesUnavailable() {
    GroupQuery all = GroupQuery.of(PageRange.first(1));
    assertThat(failureOnceSent(() -> storage.groups().list(ann, all)))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failureOnceSent(() -> storage.favorites().add(ann, group.id(), NO_LIMIT)))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failureOnceSent(storage::checkReady)).isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aServerThatHangsLeavesTheOutcomeOfADeleteUnknown() {
    assertThat(failureOnceSent(this::delete)).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void aServerThatHangsWhileItIsConnectedToMakesEverythingUnavailableAndIsSentNothing() {
    line.freeze();
    line.breakConnections();
    await().atMost(Duration.ofMinutes(5)).until(() -> client.open() == 0);
    List<CommandStartedEvent> sent =
        recorded.during(
            () -> {
              assertThat(failure(storage::checkReady)).isInstanceOf(StorageUnavailable.class);
              assertThat(failure(() -> storage.groups().find(ann, group.id())))
                  .isInstanceOf(StorageUnavailable.class);
              assertThat(failure(this::delete)).isInstanceOf(StorageUnavailable.class);
            });
    assertThat(sent).isEmpty();
  }

  @Test
  void aDeleteThatNeverGetsAConnectionIsUnavailableAndNotDone() {
    line.freeze();
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                Deadline.within(
                    Duration.ofMinutes(5),
                    () -> storage.groups().find(ann, group.id()).isPresent()));
    await().atMost(Duration.ofMinutes(5)).until(() -> client.inUse() == 1);
    assertThat(
            recorded.during(
                () -> assertThat(failure(this::delete)).isInstanceOf(StorageUnavailable.class)))
        .isEmpty();
    line.mend();
    assertThat(first.join()).isTrue();
    assertThat(storage.groups().find(ann, group.id())).isPresent();
  }

  @Test
  void aServerThatIsStoppedMakesEverythingUnavailableUntilItIsBack() {
    line.cut();
    await().atMost(Duration.ofMinutes(5)).until(() -> client.open() == 0);
    assertThat(failure(() -> storage.groups().find(ann, group.id())))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(failure(() -> newGroup(ann, "Other"))).isInstanceOf(StorageUnavailable.class);
    line.mend();
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group()).containsExactly(group);
  }

  @Test
  void aCreateWhoseAnswerIsLostHasAnUnknownOutcome() {
    line.loseAnswerTo("insert");
    assertThat(answerLost(() -> newGroup(ann, "Other"))).isInstanceOf(OutcomeUnknown.class);
    line.mend();
    assertThat(allGroups(ann)).hasSize(2);
  }

  @Test
  void aRenameWhoseAnswerIsLostHasAnUnknownOutcome() {
    line.loseAnswerTo("findAndModify");
    assertThat(
            answerLost(
                () -> storage.groups().rename(ann, group.id(), NEW, NOON, RevisionMatch.any())))
        .isInstanceOf(OutcomeUnknown.class);
    line.mend();
    assertThat(allGroups(ann)).extracting(viewed -> viewed.group().name()).containsExactly(NEW);
  }

  @Test
  void aDeleteWhoseAnswerIsLostHasAnUnknownOutcome() {
    line.loseAnswerTo("findAndModify");
    assertThat(answerLost(this::delete)).isInstanceOf(OutcomeUnknown.class);
    line.mend();
    assertThat(allGroups(ann)).isEmpty();
  }

  @Test
  void aMembershipWhoseAnswerIsLostIsUnavailableAndMayBeRepeated() {
    KpiGroupId id = group.id();
    KpiId kpi = new KpiId("revenue");
    line.loseAnswerTo("insert");
    assertThat(
            answerLost(
                () -> storage.memberships().add(ann, id, kpi, NOON, KnownKpis.ANY, NO_LIMIT)))
        .isInstanceOf(StorageUnavailable.class);
    line.mend();
    assertThatCode(() -> storage.memberships().add(ann, id, kpi, NOON, KnownKpis.ANY, NO_LIMIT))
        .doesNotThrowAnyException();
  }

  @Test
  void aStartWithoutTheServerFailsNothingAndTheIndexesAreMadeLater() {
    MongoStorage starting = new MongoStorage(database, new IndexSetup(database));
    String index = "accountId_1_userId_1_groupId_1";
    favorites().dropIndex(index);
    line.cut();
    assertThat(failure(starting::prepare)).isInstanceOf(StorageUnavailable.class);
    assertThat(failure(starting::checkReady)).isInstanceOf(StorageUnavailable.class);
    line.mend();
    awaitReady();
    starting.checkReady();
    assertThat(favorites().listIndexes().map(i -> i.getString("name"))).contains(index);
  }

  private MongoCollection<Document> favorites() {
    return database.collection("kpi_group_favorites", Duration.ofMinutes(5));
  }

  private void delete() {
    storage.groups().delete(ann, group.id(), NOON, RevisionMatch.any());
  }

  /**
   * How the work fails when the server hangs, once it could send a command before its time was
   * over.
   */
  private Throwable failureOnceSent(Runnable work) {
    List<Throwable> failures = new ArrayList<>();
    for (Duration time = SHORT; true; time = time.multipliedBy(2)) {
      Duration now = time;
      line.mend();
      awaitReady();
      line.freeze();
      if (!recorded.during(() -> failures.add(failure(now, work))).isEmpty()) {
        return failures.get(failures.size() - 1);
      }
    }
  }

  private Throwable failure(Runnable work) {
    return failure(SHORT, work);
  }

  private Throwable answerLost(Runnable work) {
    return failure(Duration.ofMinutes(5), work);
  }

  /** How the work fails within this time, which must be without a word of addresses. */
  private Throwable failure(Duration time, Runnable work) {
    Throwable failure =
        catchThrowable(
            () ->
                Deadline.within(
                    time,
                    () -> {
                      work.run();
                      return true;
                    }));
    assertThat(failure)
        .isInstanceOf(KpiGroupException.class)
        .message()
        .doesNotContain("localhost", "127.0.0.1", String.valueOf(line.port()));
    return failure;
  }
}
