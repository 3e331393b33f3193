package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.IdTaken;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many commands an operation sends, and that each but the purge's names the account. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class CommandCountTest implements MongoFixture {
  private static final Name NAME = new Name("New");
  private static final RevisionMatch ANY = RevisionMatch.any();

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject RecordedCommands recorded;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void aPageOfMoreThanAHundredGroupsTakesThreeCommands() {
    IntStream.range(0, 120).forEach(i -> newGroup(ann, "Group " + i));
    List<String> commands =
        commandsOf(
            () ->
                storage
                    .groups()
                    .list(ann, GroupSelection.LIVE, ListQuery.groups(new PageRange(0, 110))));
    assertThat(commands).containsExactly("find", "aggregate", "find");
  }

  @Test
  void aPageThatHoldsAllGroupsOrIsNotToBeCountedTakesTwo() {
    newGroup(ann, "One");
    newGroup(ann, "Two");
    ListQuery<GroupField> uncounted = ListQuery.groups(List.of(), PageRange.first(1), false);
    assertThat(
            commandsOf(
                () ->
                    storage
                        .groups()
                        .list(ann, GroupSelection.LIVE, ListQuery.groups(PageRange.first(10)))))
        .containsExactly("find", "find");
    assertThat(commandsOf(() -> storage.groups().list(ann, GroupSelection.LIVE, uncounted)))
        .containsExactly("find", "find");
  }

  @Test
  void aPageOfTheRegisterTakesTwoCommands() {
    IntStream.range(0, 120).forEach(i -> newKpi(ann));
    List<String> commands =
        commandsOf(
            () -> storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(new PageRange(5, 105))));
    assertThat(commands).containsExactly("find", "aggregate");
  }

  @Test
  void aCreateTakesTwoCommandsAndItsRepetitionAtMostFour() {
    KpiGroupId id = MongoFixture.newId();
    assertThat(commandsOf(() -> storage.groups().create(ann, id, NAME, NOON, NO_LIMITS)))
        .containsExactly("aggregate", "insert");
    assertThat(commandsOf(() -> storage.groups().create(ann, id, NAME, NOON, NO_LIMITS)))
        .containsExactly("aggregate", "insert", "find", "find");
  }

  /** To tell that it is another's, the store looks beyond the account, this once. */
  @Test
  void anIdThatIsTakenInAnotherAccountIsRefusedWithFourCommands() {
    KpiGroupId id = newGroupId(annInNewAccount());
    assertThat(
            commandsOf(
                () ->
                    assertThatThrownBy(
                            () -> storage.groups().create(ann, id, NAME, NOON, NO_LIMITS))
                        .isInstanceOf(IdTaken.class)))
        .containsExactly("aggregate", "insert", "find", "find");
  }

  @Test
  void changesOfAGroupTakeALookAndAChange() {
    KpiGroupId id = newGroupId(ann);
    RevisionMatch stale = RevisionMatch.oneOf(Set.of(Revision.of(77)));
    assertThat(commandsOf(() -> storage.groups().find(ann, id))).containsExactly("find", "find");
    assertThat(commandsOf(() -> storage.groups().rename(ann, id, NAME, NOON, ANY)))
        .containsExactly("find", "find", "update");
    assertThat(commandsOf(() -> storage.groups().rename(ann, id, NAME, NOON, ANY)))
        .containsExactly("find", "find");
    assertThat(
            commandsOf(
                () ->
                    assertThatThrownBy(() -> storage.groups().delete(ann, id, NOON, stale))
                        .isInstanceOf(StaleRevision.class)))
        .containsExactly("find");
    assertThat(commandsOf(() -> storage.groups().delete(ann, id, NOON, ANY)))
        .containsExactly("find", "update");
  }

  @Test
  void aRestoreTakesTwoLooksTheCountAndAChange() {
    KpiGroupId id = newGroupId(ann);
    storage.groups().delete(ann, id, NOON, ANY);
    assertThat(commandsOf(() -> restore(ann, id)))
        .containsExactly("find", "find", "aggregate", "update");
    assertThat(commandsOf(() -> restore(ann, id))).containsExactly("find", "find");
  }

  @Test
  void theRegisterTakesALookAndAChangeAndForANewEntryTheCount() {
    KpiId id = new KpiId("revenue");
    Kpi kpi = new Kpi(ann.account(), id, new Name("Revenue"), List.of(ann.user()));
    KpiCondition none = KpiCondition.NONE;
    assertThat(commandsOf(() -> kpiRegistry().put(ann, kpi, none, NO_LIMITS)))
        .containsExactly("find", "aggregate", "insert");
    assertThat(commandsOf(() -> kpiRegistry().put(ann, kpi, none, NO_LIMITS)))
        .containsExactly("find", "update");
    assertThat(commandsOf(() -> storage.kpis().find(ann, id))).containsExactly("find");
    assertThat(commandsOf(() -> kpiRegistry().remove(ann, id, none)))
        .containsExactly("find", "delete");
  }

  private List<String> commandsOf(Runnable operation) {
    return recorded.namesOfAtMost(4, ann, operation);
  }
}
