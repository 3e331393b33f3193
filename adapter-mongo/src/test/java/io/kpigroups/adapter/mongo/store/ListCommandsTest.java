package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.support.Interruptions;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many commands lists take, within the account, and that members are not sent with groups. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class ListCommandsTest implements MongoFixture {
  private static final PageRange TWO = PageRange.first(2);

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject RecordedCommands recorded;
  @Inject Interruptions interruptions;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void aCountedPageOfGroupsTakesThreeCommandsWhicheverAreSelected() {
    KpiId kpi = newKpi(ann);
    IntStream.range(0, 3).forEach(i -> join(ann, newGroupId(ann), kpi));
    GroupSelection with = GroupSelection.LIVE.with(kpi);
    assertThat(commandsOf(() -> list(with))).containsExactly("find", "aggregate", "find");
    assertThat(commandsOf(() -> list(with.withKpiCount())))
        .containsExactly("find", "aggregate", "find");
    allGroups(ann).forEach(group -> delete(group.group().id()));
    assertThat(commandsOf(() -> list(GroupSelection.DELETED)))
        .containsExactly("find", "aggregate", "find");
    assertThat(commandsOf(() -> list(GroupSelection.DELETED.with(kpi))))
        .containsExactly("find", "aggregate", "find");
  }

  @Test
  void noListOfGroupsReadsTheirMembers() {
    join(ann, newGroupId(ann), newKpi(ann));
    CommandStartedEvent find =
        recorded.during(() -> list(GroupSelection.LIVE.withKpiCount())).get(0);
    assertThat(find.getCommand().getDocument("projection")).doesNotContainKey("members");
  }

  @Test
  void aCountedPageOfTheRegisterTakesTwoCommandsWhateverIsSearchedFor() {
    IntStream.range(0, 3).forEach(i -> newKpi(ann));
    assertThat(commandsOf(() -> list(KpiFilter.named(SearchText.of("KPI")))))
        .containsExactly("find", "aggregate");
    assertThat(commandsOf(() -> list(KpiFilter.of(Owner.CALLER)))).containsExactly("find");
  }

  @Test
  void theUngroupedKpisTakeThreeCommandsHoweverManyAreGrouped() {
    IntStream.range(0, 120).forEach(i -> join(ann, newGroupId(ann), newKpi(ann)));
    IntStream.range(0, 3).forEach(i -> newKpi(ann));
    assertThat(commandsOf(() -> list(KpiFilter.UNGROUPED)))
        .containsExactly("distinct", "find", "find");
    KpiFilter all =
        new KpiFilter(Optional.of(SearchText.of("KPI")), Optional.of(Owner.CALLER), true);
    assertThat(commandsOf(() -> list(all))).containsExactly("distinct", "find");
  }

  /** Its place would lead on from somewhere else. */
  @Test
  void anUngroupedKpiThatIsRenamedWhileThePageIsReadIsLeftOut() {
    List<String> ids = List.of("a", "b", "c", "d");
    ids.forEach(id -> givenKpi(ann, kpi(id, "Name " + id)));
    ListQuery<KpiField> byName =
        ListQuery.kpis(List.of(Order.ascending(KpiField.NAME)), TWO, false);

    interruptions.begin();
    interruptions.before(2, () -> givenKpi(ann, kpi("b", "Zebra")));
    assertThat(ungrouped(byName)).containsExactly("a");
    interruptions.begin();
    interruptions.before(2, () -> givenKpi(ann, kpi("a", "Lion")));
    assertThat(ungrouped(ListQuery.kpis(TWO))).containsExactly("a", "b");
    interruptions.begin();
    interruptions.before(2, () -> List.of("a", "c").forEach(id -> givenNoKpi(ann, new KpiId(id))));
    assertThat(ungrouped(byName)).containsExactly("d", "b");
    assertThat(interruptions.areOver()).isTrue();
  }

  @Test
  void aKpiIsKnownByOneCommandIfItIsRegisteredAndByTwoIfNot() {
    KpiId kpi = newKpi(ann);
    join(ann, newGroupId(ann), kpi);
    assertThat(commandsOf(() -> requireKnown(kpi))).containsExactly("find");
    givenNoKpi(ann, kpi);
    assertThat(commandsOf(() -> requireKnown(kpi))).containsExactly("find", "aggregate");
    assertThat(commandsOf(() -> storage.memberships().requireKnown(ann, kpi, ANY_KPI))).isEmpty();
    assertThatThrownBy(() -> requireKnown(new KpiId("nowhere"))).isInstanceOf(KpiNotFound.class);
  }

  @Test
  void aPageOfMembersTakesTwoCommandsHoweverManyThereAreAndOneIfItIsEmpty() {
    KpiGroupId id = newGroupId(ann);
    assertThat(commandsOf(() -> listMembers(id, MemberField.NAME))).containsExactly("find");
    IntStream.range(0, 120).forEach(i -> join(ann, id, newKpi(ann)));
    for (MemberField field : MemberField.values()) {
      assertThat(commandsOf(() -> listMembers(id, field))).containsExactly("find", "find");
    }
  }

  private void listMembers(KpiGroupId id, MemberField field) {
    List<Order<MemberField>> order = List.of(Order.descending(field));
    storage.memberships().list(ann, id, ListQuery.members(order, PageRange.first(110), true));
  }

  private Kpi kpi(String id, String name) {
    return new Kpi(ann.account(), new KpiId(id), new Name(name), List.of());
  }

  private List<String> ungrouped(ListQuery<KpiField> query) {
    return storage.kpis().list(ann, KpiFilter.UNGROUPED, query).items().stream()
        .map(kpi -> kpi.id().value())
        .toList();
  }

  private void list(GroupSelection selection) {
    storage.groups().list(ann, selection, ListQuery.groups(TWO));
  }

  private void list(KpiFilter filter) {
    storage.kpis().list(ann, filter, ListQuery.kpis(TWO));
  }

  private void requireKnown(KpiId kpi) {
    storage.memberships().requireKnown(ann, kpi, REGISTERED);
  }

  private void delete(KpiGroupId id) {
    storage.groups().delete(ann, id, NOON, RevisionMatch.any());
  }

  private List<String> commandsOf(Runnable operation) {
    return recorded.namesOfAtMost(4, ann, operation);
  }
}
