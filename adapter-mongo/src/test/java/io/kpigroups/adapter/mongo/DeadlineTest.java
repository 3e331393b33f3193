package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroupException;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That each command gets what is left of the deadline, by a clock that only the test puts on. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class DeadlineTest implements MongoFixture {
  private static final PageRange PAGE = PageRange.first(10);

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject Database database;
  @Inject RecordedCommands recorded;

  private final Actor ann = annInNewAccount();
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void everyCollectionHasTheTimeThatIsLeft() {
    Deadline.within(
        Duration.ofMillis(1_234),
        nanos::get,
        () -> {
          assertThat(times()).containsOnly(1_234L);
          nanos.addAndGet(Duration.ofMillis(1_000).toNanos());
          return assertThat(times()).containsOnly(234L);
        });
  }

  private List<Long> times() {
    return Stream.of(
            database.groups(),
            database.memberships(),
            database.favorites(),
            database.kpis(),
            database.collection("kpis", Duration.ofDays(1)))
        .map((MongoCollection<?> collection) -> collection.getTimeout(TimeUnit.MILLISECONDS))
        .toList();
  }

  /** The server is told the time that is left when the command is sent, so it may be less. */
  @Test
  void everyCommandTellsTheServerOfTheDeadline() {
    KpiGroupId group = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    RevisionMatch any = RevisionMatch.any();
    KpiGroupName name = new KpiGroupName("New");
    Claim claim = new Claim(ann.account(), group);
    tellTheDeadline(
        storage::checkReady,
        () -> storage.groups().list(ann, GroupQuery.of(PAGE)),
        () -> storage.groups().find(ann, group),
        () -> storage.groups().create(ann, name, NOON, NO_LIMIT),
        () -> storage.groups().rename(ann, group, name, NOON, any),
        () -> storage.memberships().add(ann, group, kpi, NOON, KnownKpis.REGISTERED, NO_LIMIT),
        () -> storage.memberships().remove(ann, group, kpi, KnownKpis.REGISTERED),
        () -> storage.favorites().add(ann, group, NO_LIMIT),
        () -> storage.favorites().remove(ann, group),
        () -> storage.kpis().list(ann, KpiQuery.of(PAGE)),
        () -> storage.kpis().find(ann, kpi),
        () -> givenKpi(ann, kpi),
        () -> storage.kpis().remove(ann, kpi),
        () -> storage.groups().delete(ann, group, NOON, any),
        () -> storage.deletedGroups().claim(NOON, NO_LIMIT),
        () -> storage.deletedGroups().backlog(NOON),
        () -> storage.deletedGroups().removeChildren(claim),
        () -> storage.deletedGroups().removeGroup(claim));
  }

  private void tellTheDeadline(Runnable... calls) {
    Duration deadline = Duration.ofSeconds(4);
    for (int i = 0; i < calls.length; i++) {
      Runnable call = calls[i];
      AtomicBoolean succeeded = new AtomicBoolean();
      List<CommandStartedEvent> sent =
          recorded.during(() -> succeeded.set(succeedsWithin(deadline, call)));
      assertThat(sent)
          .as("call %d", i)
          .hasSizeGreaterThanOrEqualTo(succeeded.get() ? 1 : 0)
          .allSatisfy(command -> assertThat(timeOf(command)).isBetween(1L, deadline.toMillis()));
    }
  }

  private static long timeOf(CommandStartedEvent command) {
    return command.getCommand().getNumber("maxTimeMS").longValue();
  }

  /** It does not on a machine that is too slow for the deadline, which is none of this. */
  private boolean succeedsWithin(Duration time, Runnable work) {
    return Deadline.within(
        time,
        nanos::get,
        () -> {
          try {
            work.run();
            return true;
          } catch (KpiGroupException e) {
            return false;
          }
        });
  }
}
