package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
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
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** That each command may take all the time that is left of its caller's deadline. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class DeadlineHandedDownTest implements MongoFixture {
  /** Longer than the store allows by itself, and than any test takes. */
  private static final Duration DEADLINE = Duration.ofHours(2);

  private static final Duration MOST_OF_IT = Duration.ofHours(1);
  private static final Duration WITHOUT_ONE = Duration.ofSeconds(5);

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject RecordedCommands recorded;

  private final Actor ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void everyCommandHasTheTimeThatIsLeft() {
    storage.checkReady();

    List<CommandStartedEvent> commands =
        commandsOf(
            () ->
                Deadline.within(
                    DEADLINE,
                    () -> {
                      workWithGroups();
                      workWithMembersAndTheRegister();
                      storage.checkReady();
                      return DEADLINE;
                    }));

    assertThat(commands)
        .extracting(CommandStartedEvent::getCommandName)
        .contains("find", "aggregate", "insert", "update", "findAndModify", "delete", "ping");
    assertThat(commands)
        .allSatisfy(
            command ->
                assertThat(longest(command))
                    .as(command.getCommandName())
                    .isBetween(MOST_OF_IT, DEADLINE));
  }

  private void workWithGroups() {
    KpiGroupId id = newGroupId(ann);
    storage.groups().find(ann, id);
    storage.groups().list(ann, GroupQuery.of(new PageRange(1, 1)));
    storage.groups().rename(ann, id, new KpiGroupName("New"), NOON, RevisionMatch.any());
    storage.favorites().add(ann, id, NO_LIMIT);
    storage.favorites().remove(ann, id);
    Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
    storage.groups().delete(ann, id, longAgo, RevisionMatch.any());
    storage.deletedGroups().backlog(longAgo);
    storage.deletedGroups().claim(longAgo, 100);
    storage.deletedGroups().removeChildren(new Claim(ann.account(), id));
    storage.deletedGroups().removeGroup(new Claim(ann.account(), id));
  }

  private void workWithMembersAndTheRegister() {
    KpiGroupId id = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    join(ann, id, kpi);
    storage.memberships().add(ann, id, kpi, NOON, KnownKpis.REGISTERED, 1);
    storage.memberships().remove(ann, id, kpi, KnownKpis.REGISTERED);
    storage.kpis().list(ann, KpiQuery.of(new PageRange(1, 1)));
    storage.kpis().remove(ann, kpi);
  }

  @Test
  void withoutADeadlineACommandHasSomeSeconds() {
    storage.checkReady();

    assertThat(commandsOf(() -> storage.groups().find(ann, MongoFixture.unknownGroup())))
        .isNotEmpty()
        .allSatisfy(command -> assertThat(longest(command)).isLessThanOrEqualTo(WITHOUT_ONE));
  }

  /** In a thread that has no deadline but what the work sets. */
  private List<CommandStartedEvent> commandsOf(Runnable work) {
    return CompletableFuture.supplyAsync(() -> recorded.during(work)).join();
  }

  private static Duration longest(CommandStartedEvent command) {
    return Duration.ofMillis(command.getCommand().getNumber("maxTimeMS").longValue());
  }
}
