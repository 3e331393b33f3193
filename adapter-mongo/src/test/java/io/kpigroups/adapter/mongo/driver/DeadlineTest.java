package io.kpigroups.adapter.mongo.driver;

import static io.kpigroups.adapter.mongo.support.MongoFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That each command may take what is left of its caller's deadline, and tells the server so. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class DeadlineTest implements MongoFixture {
  private static final PageRange PAGE = PageRange.first(10);
  private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject MongoCollections collections;
  @Inject RecordedCommands recorded;

  private final Call ann = annInNewAccount();
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void everyCollectionHasTheTimeThatIsLeft() {
    Deadline deadline = Deadline.in(Duration.ofMillis(1_234), nanos::get);
    assertThat(times(deadline)).containsOnly(1_234L);
    nanos.addAndGet(Duration.ofMillis(1_000).toNanos());
    assertThat(times(deadline)).containsOnly(234L);
  }

  private List<Long> times(Deadline deadline) {
    return Stream.of(
            collections.groups(deadline),
            collections.favorites(deadline),
            collections.kpis(deadline))
        .map(collection -> collection.withTimeLeft().getTimeout(TimeUnit.MILLISECONDS))
        .toList();
  }

  /** Longer than anything else allows, and than any test takes; by a clock that stands still. */
  @Test
  void everyCommandHasAllTheTimeThatIsLeft() {
    Duration hours = Duration.ofHours(2);
    List<CommandStartedEvent> sent =
        recorded.during(() -> everything(until(Deadline.in(hours, nanos::get), ann)));

    assertThat(sent)
        .extracting(CommandStartedEvent::getCommandName)
        .contains("find", "aggregate", "insert", "update", "delete");
    assertThat(sent)
        .allSatisfy(
            command ->
                assertThat(timeOf(command))
                    .as(command.getCommandName())
                    .isBetween(hours.dividedBy(2).toMillis(), hours.toMillis()));
  }

  /** The server is told the time that is left when the command is sent, so it may be less. */
  @Test
  void noCommandHasMoreTimeThanIsLeft() {
    Duration seconds = Duration.ofSeconds(4);
    AtomicBoolean succeeded = new AtomicBoolean();
    List<CommandStartedEvent> sent =
        recorded.during(() -> succeeded.set(succeeds(Deadline.in(seconds, nanos::get))));

    assertThat(sent)
        .hasSizeGreaterThanOrEqualTo(succeeded.get() ? 20 : 0)
        .allSatisfy(command -> assertThat(timeOf(command)).isBetween(1L, seconds.toMillis()));
  }

  /** It does not on a machine that is too slow for the deadline, which is none of this. */
  private boolean succeeds(Deadline deadline) {
    try {
      everything(until(deadline, ann));
      return true;
    } catch (KpiGroupException e) {
      return false;
    }
  }

  private void everything(Call call) {
    storage.checkReady(call.deadline());
    workWithMembersAndTheRegister(call);
    workWithGroups(call);
  }

  private void workWithGroups(Call call) {
    RevisionMatch any = RevisionMatch.any();
    KpiGroupId id = newGroupId(call);
    storage.groups().find(call, id);
    storage.groups().list(call, GroupSelection.LIVE, ListQuery.groups(new PageRange(1, 1)));
    storage.groups().rename(call, id, new Name("New"), NOON, any);
    favor(call, id);
    storage.favorites().remove(call, id, NOON);
    storage.groups().delete(call, id, LONG_AGO, any);
    deletedGroups().backlog(LONG_AGO, call.deadline());
    deletedGroups().claim(LONG_AGO, PLENTY, call.deadline());
    deletedGroups().remove(new Claim(call.account(), id), call.deadline());
  }

  private void workWithMembersAndTheRegister(Call call) {
    KpiGroupId id = newGroupId(call);
    KpiId kpi = newKpi(call);
    join(call, id, kpi);
    join(call, id, kpi);
    storage.memberships().remove(call, id, kpi, NOON, REGISTERED);
    storage.kpis().list(call, KpiFilter.ALL, ListQuery.kpis(PAGE));
    kpiRegistry().remove(call, kpi, KpiCondition.NONE);
  }

  private static long timeOf(CommandStartedEvent command) {
    return command.getCommand().getNumber("maxTimeMS").longValue();
  }
}
