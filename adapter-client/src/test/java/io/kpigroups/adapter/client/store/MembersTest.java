package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The KPIs of a group, which only a service like this one can list. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class MembersTest {
  private static final Stamp ADDED =
      new Stamp(new UserId("bob"), Instant.parse("2026-02-03T04:05:06.789Z"));

  private final KpiGroupStorage storage;

  MembersTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void membersAreToldAsUpstreamTellsThem() {
    StubUpstream.responds(
        Samples.listOfOurs(PATH + "/kpis", 9, member("k1", "\"Gewinn\""), member("k2", "null")));
    Page<Member> page =
        list(
            ListQuery.members(
                List.of(Order.descending(MemberField.DATE_ADDED)), new PageRange(4, 2), true));
    assertThat(page.items())
        .containsExactly(
            new Member(new KpiId("k1"), Optional.of(new Name("Gewinn")), ADDED),
            new Member(new KpiId("k2"), Optional.empty(), ADDED));
    assertThat(page.totalCount()).isEqualTo(9);
    assertThat(page.hasNext()).isTrue();
    assertThat(StubUpstream.received()).hasSize(1);
    assertThat(StubUpstream.received().get(0).parameters())
        .isEqualTo(Map.of("skip", "4", "limit", "2", "sort", "-dateAdded,-kpiId"));
  }

  @Test
  void theOrderByKpiIsTheDefault() {
    StubUpstream.responds(Samples.listOfOurs(PATH + "/kpis", 0));
    assertThat(list(ListQuery.members(PageRange.first(7))).items()).isEmpty();
    list(ListQuery.members(List.of(Order.ascending(MemberField.NAME)), PageRange.first(7), true));
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly(
            "GET " + PATH + "/kpis?skip=0&limit=7",
            "GET " + PATH + "/kpis?skip=0&limit=7&sort=name");
  }

  @Test
  void aGroupThatIsNotThereIsTold() {
    StubUpstream.responds(Reply.json(404, Samples.problem(404, "group-not-found", "x")));
    assertThatThrownBy(this::list).isInstanceOf(GroupNotFound.class);
  }

  @Test
  void membersThatCannotBeReadAreAFailureThatNamesThem() {
    for (String odd : List.of(member("k 1", "\"A\""), member("k1", "7"), "{}", "7")) {
      StubUpstream.responds(Samples.listOfOurs(PATH + "/kpis", 1, odd));
      assertThatThrownBy(this::list).isInstanceOf(UpstreamFailure.class);
    }
    StubUpstream.responds(Samples.listOfOurs(PATH + "/kpis", 1, member("k1", "7")));
    assertThatThrownBy(this::list)
        .hasRootCauseMessage(
            "Rows that cannot be read: no. 1, id \"k1\": \"name\" cannot be read.");
  }

  @Test
  void anotherUpstreamCannotListMembers() {
    Strangers.expectUnsupported(Strangers.refusals(), this::list);
    Strangers.expectUnsupported(Strangers.lists(), this::list);
    Strangers.expectOwnReasons(this::list);
    Strangers.expectSentenceOfOurs(this::list);
  }

  private void list() {
    list(ListQuery.members(PageRange.first(1_000)));
  }

  private Page<Member> list(ListQuery<MemberField> query) {
    return storage.memberships().list(ANN, GROUP, query);
  }

  private static String member(String kpi, String name) {
    return """
        {"kpiId":"%s","name":%s,"addedById":"bob","dateAdded":"2026-02-03T04:05:06.789Z"}"""
        .formatted(kpi, name);
  }
}
