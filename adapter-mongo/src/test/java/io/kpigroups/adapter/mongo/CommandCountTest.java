package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many commands an operation sends, and that each but the purge's names the account. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class CommandCountTest implements MongoFixture {
  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject RecordedCommands recorded;

  private final Actor ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @BeforeEach
  void indexesAreThere() {
    storage.checkReady();
  }

  @Test
  void aPageOfMoreThanAHundredGroupsTakesThreeCommands() {
    IntStream.range(0, 120).forEach(i -> newGroup(ann, "Group " + i));
    List<String> commands =
        commandsOf(() -> storage.groups().list(ann, GroupQuery.of(new PageRange(0, 110))));
    assertThat(commands).containsExactly("find", "find", "aggregate");
  }

  @Test
  void aPageThatHoldsAllGroupsIsNotCounted() {
    newGroup(ann, "Only");
    List<String> commands =
        commandsOf(() -> storage.groups().list(ann, GroupQuery.of(PageRange.first(10))));
    assertThat(commands).containsExactly("find", "find");
  }

  @Test
  void aPageOfTheRegisterTakesTwoCommands() {
    IntStream.range(0, 120).forEach(i -> newKpi(ann));
    List<String> commands =
        commandsOf(() -> storage.kpis().list(ann, KpiQuery.of(new PageRange(5, 105))));
    assertThat(commands).containsExactly("find", "aggregate");
  }

  @Test
  void changesOfAGroupTakeAtMostFourCommands() {
    KpiGroupId id = newGroupId(ann);
    KpiGroupName name = new KpiGroupName("New");
    RevisionMatch stale = RevisionMatch.oneOf(Set.of(Revision.of(77)));
    assertThat(commandsOf(() -> newGroup(ann, "Other"))).containsExactly("aggregate", "insert");
    assertThat(commandsOf(() -> storage.groups().find(ann, id))).containsExactly("find", "find");
    assertThat(commandsOf(() -> storage.groups().rename(ann, id, name, NOON, RevisionMatch.any())))
        .containsExactly("find", "findAndModify");
    assertThat(commandsOf(() -> storage.groups().rename(ann, id, name, NOON, RevisionMatch.any())))
        .containsExactly("find", "findAndModify", "find");
    assertThat(
            commandsOf(
                () ->
                    assertThatThrownBy(() -> storage.groups().delete(ann, id, NOON, stale))
                        .isInstanceOf(StaleRevision.class)))
        .containsExactly("findAndModify", "find");
    assertThat(commandsOf(() -> storage.groups().delete(ann, id, NOON, RevisionMatch.any())))
        .containsExactly("findAndModify");
  }

  @Test
  void membershipTakesAtMostFourCommands() {
    KpiGroupId id = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    assertThat(commandsOf(() -> join(ann, id, kpi)))
        .containsExactly("find", "find", "aggregate", "insert");
    assertThat(
            commandsOf(
                () -> storage.memberships().add(ann, id, kpi, NOON, KnownKpis.REGISTERED, 1)))
        .containsExactly("find", "find", "aggregate", "find");
    assertThat(commandsOf(() -> storage.memberships().remove(ann, id, kpi, KnownKpis.REGISTERED)))
        .containsExactly("find", "delete");
    assertThat(commandsOf(() -> storage.memberships().remove(ann, id, kpi, KnownKpis.REGISTERED)))
        .containsExactly("find", "delete", "find");
  }

  @Test
  void favoritesTakeAtMostFourCommandsHoweverManyThereAre() {
    List<KpiGroupId> groups = IntStream.range(0, 120).mapToObj(i -> newGroupId(ann)).toList();
    groups.forEach(group -> storage.favorites().add(ann, group, NO_LIMIT));
    storage.groups().delete(ann, groups.get(0), NOON, RevisionMatch.any());
    KpiGroupId next = newGroupId(ann);
    assertThat(commandsOf(() -> storage.favorites().add(ann, next, 120)))
        .containsExactly("find", "find", "aggregate", "insert");
    KpiGroupId oneTooMany = newGroupId(ann);
    assertThat(
            commandsOf(
                () ->
                    assertThatThrownBy(() -> storage.favorites().add(ann, oneTooMany, 120))
                        .isInstanceOf(LimitReached.class)))
        .containsExactly("find", "find", "aggregate");
    assertThat(commandsOf(() -> storage.favorites().remove(ann, next)))
        .containsExactly("find", "delete");
  }

  @Test
  void theRegisterTakesAtMostTwoCommands() {
    KpiId id = new KpiId("revenue");
    Kpi kpi = new Kpi(ann.account(), id, new KpiName("Revenue"), List.of(ann.user()));
    assertThat(commandsOf(() -> storage.kpis().put(ann, kpi))).containsExactly("update", "insert");
    assertThat(commandsOf(() -> storage.kpis().put(ann, kpi))).containsExactly("update");
    assertThat(commandsOf(() -> storage.kpis().find(ann, id))).containsExactly("find");
    assertThat(commandsOf(() -> storage.kpis().remove(ann, id))).containsExactly("delete");
  }

  /** The names of the commands that the operation sends, all of them within Ann's account. */
  private List<String> commandsOf(Runnable operation) {
    List<CommandStartedEvent> commands = recorded.during(operation);
    assertThat(commands)
        .hasSizeLessThanOrEqualTo(4)
        .allSatisfy(
            command ->
                assertThat(accountsIn(command.getCommand())).contains(ann.account().value()));
    return commands.stream().map(CommandStartedEvent::getCommandName).toList();
  }

  /** The accounts to which the statements of a command are bound, by filter or by document. */
  private static List<String> accountsIn(BsonDocument command) {
    return List.of("filter", "query", "pipeline", "deletes", "updates", "documents").stream()
        .filter(command::containsKey)
        .map(command::get)
        .flatMap(part -> part.isArray() ? part.asArray().stream() : List.of(part).stream())
        .map(BsonValue::asDocument)
        .map(part -> part.getDocument("q", part.getDocument("$match", part)))
        .filter(part -> part.containsKey("accountId"))
        .map(part -> part.getString("accountId").getValue())
        .toList();
  }
}
