package io.kpigroups.adapter.client.find;

import static io.kpigroups.adapter.client.fixture.Samples.ACCOUNT;
import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.PATH;
import static io.kpigroups.adapter.client.fixture.Samples.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.cursor.Cursor;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Places in lists of KPIs and members; those in lists of groups are in FilteredGroupsTest. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class CursorTest {
  private static final PageRange TWO = PageRange.first(2);
  private static final String MEMBERS = PATH + "/kpis";
  private static final String KPIS = "/api/v1/kpis";
  private static final ListQuery<MemberField> NEWEST =
      ListQuery.members(List.of(Order.descending(MemberField.DATE_ADDED)), TWO, true);
  private static final ListQuery<KpiField> BY_NAME =
      ListQuery.kpis(List.of(Order.ascending(KpiField.NAME)), TWO);

  private final KpiGroupStorage storage;

  CursorTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void behindAMemberUpstreamIsAskedWithItsCursor() {
    StubUpstream.responds(Samples.listOfOurs(MEMBERS, 5, member(4), member(3)));
    Page<Member> first = storage.memberships().list(ANN, GROUP, NEWEST);
    Position place = Position.of(NEWEST.order(), first.items().get(1));
    Page<Member> second = storage.memberships().list(SOMEBODY, GROUP, NEWEST.after(place));
    assertThat(second.range()).isEqualTo(TWO);
    assertThat(second.hasNext()).isTrue();
    assertThat(second.totalCount()).isEqualTo(5);
    ReceivedRequest asked = StubUpstream.received().get(1);
    String cursor = Cursor.of(ListScope.of(ACCOUNT, GROUP), NEWEST.order(), place);
    assertThat(asked.parameters())
        .isEqualTo(Map.of("limit", "2", "sort", "-dateAdded,-kpiId", "cursor", cursor));
  }

  @Test
  void behindAKpiUpstreamIsAskedWithItsCursor() {
    Owner bob = new Owner.Named(new UserId("bob"));
    var search = Optional.of(SearchText.of("Zähl"));
    for (KpiFilter filter :
        List.of(
            KpiFilter.ALL,
            KpiFilter.UNGROUPED,
            KpiFilter.of(Owner.CALLER),
            new KpiFilter(search, Optional.of(bob), true))) {
      for (Call caller : List.of(ANN, SOMEBODY)) {
        StubUpstream.responds(Samples.listOfOurs(KPIS, 2, kpi(7), kpi(8)));
        Page<Kpi> first = storage.kpis().list(caller, filter, BY_NAME);
        assertThat(first.hasNext()).isFalse();
        Position place = Position.of(BY_NAME.order(), first.items().get(1));
        storage.kpis().list(caller, filter, BY_NAME.after(place));
        Map<String, String> parameters = StubUpstream.received().get(1).parameters();
        assertThat(parameters).doesNotContainKey("skip");
        assertThat(
                Cursor.read(
                    parameters.get("cursor"), ListScope.of(ACCOUNT, filter), BY_NAME.order()))
            .isEqualTo(place);
      }
    }
  }

  @Test
  void membersOfAnOlderServiceAreFetchedWholeAndCutHere() {
    StubUpstream.follows(
        asked ->
            asked.target().contains("cursor")
                ? older()
                : Samples.listOfOurs(MEMBERS, 3, member(1), member(2), member(3)));
    Page<Member> all =
        storage.memberships().list(ANN, GROUP, NEWEST.withRange(new PageRange(0, 9)));
    Page<Member> page =
        storage
            .memberships()
            .list(ANN, GROUP, NEWEST.after(Position.of(NEWEST.order(), all.items().get(2))));
    assertThat(page.items()).extracting(row -> row.kpi().value()).containsExactly("k2", "k1");
    assertThat(page.totalCount()).isEqualTo(3);
    assertThat(page.hasNext()).isFalse();
    assertThat(StubUpstream.received())
        .last()
        .extracting(ReceivedRequest::target)
        .isEqualTo(MEMBERS);
  }

  @Test
  void ungroupedKpisOfAnOlderServiceToo() {
    StubUpstream.follows(
        asked ->
            asked.target().contains("cursor")
                ? older()
                : Samples.listOfOurs(KPIS, 3, kpi(9), kpi(7), kpi(8)));
    assertThat(storage.kpis().list(SOMEBODY, KpiFilter.UNGROUPED, behind(7)).items())
        .extracting(row -> row.id().value())
        .containsExactly("k8", "k9");
    assertThat(StubUpstream.received())
        .last()
        .extracting(ReceivedRequest::target)
        .isEqualTo(KPIS + "?ungrouped=true");
  }

  @Test
  void aCursorThatUpstreamRefusesForAnotherReasonIsARefusal() {
    StubUpstream.responds(Reply.json(400, Samples.problem(400, "invalid-input", "No cursor.")));
    assertThatThrownBy(() -> storage.kpis().list(ANN, KpiFilter.ALL, behind(7)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("No cursor.");
  }

  @Test
  void anEmptyPageHasNoNextOne() {
    StubUpstream.responds(Samples.listOfOurs(KPIS, 4));
    assertThat(storage.kpis().list(ANN, KpiFilter.ALL, BY_NAME).hasNext()).isFalse();
  }

  private static Reply older() {
    String sentence = "There is no parameter cursor here.";
    return Reply.json(400, Samples.problem(400, "invalid-input", sentence));
  }

  private static ListQuery<KpiField> behind(int number) {
    Kpi kpi = new Kpi(ACCOUNT, new KpiId("k" + number), new Name("Zahl"), List.of());
    return BY_NAME.after(Position.of(BY_NAME.order(), kpi));
  }

  private static String member(int number) {
    return """
        {"kpiId":"k%d","name":null,"addedById":"bob","dateAdded":"2026-02-03T04:05:0%d.789Z"}"""
        .formatted(number, number);
  }

  private static String kpi(int number) {
    return "{\"id\":\"k%d\",\"name\":\"Zahl\",\"ownerIds\":[\"ann\"]}".formatted(number);
  }
}
