package io.kpigroups.adapter.client.find;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.GroupUpstream;
import io.kpigroups.adapter.client.fixture.GroupUpstream.Kind;
import io.kpigroups.adapter.client.fixture.GroupUpstream.Row;
import io.kpigroups.adapter.client.fixture.ManyGroups;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.Walk;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent of a selection, how often, and which limit is seen. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class SentFiltersTest {
  private static final List<Row> ROWS = ManyGroups.live(43);

  private final KpiGroupStorage storage;

  SentFiltersTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void eachPartIsSaidByTheParameterThatThereIsForIt() {
    new GroupUpstream(Kind.OURS, 1_000, ROWS);
    GroupSelection selection =
        GroupSelection.LIVE
            .with(KPI)
            .with(new NameContains(SearchText.of(" Größe ")))
            .with(new Favorite(true))
            .with(
                FilterParser.parse("{favorite: false, kpiId: \"k2\", name: {$gt: \"\\\"+&%}\"}}"));
    ListQuery<GroupField> query =
        new ListQuery<>(ListQuery.groups(limit(5)).order(), limit(5), false);
    list(selection, query);
    list(GroupSelection.LIVE.with(GroupFilter.or(List.of())), query);
    assertThat(StubUpstream.received().get(0).parameters())
        .isEqualTo(
            Map.of(
                "kpiId", KPI.value(),
                "q", "Größe",
                "favorite", "true",
                "filter",
                    "{\"$and\":[{\"favorite\":false},{\"kpiId\":\"k2\"},"
                        + "{\"name\":{\"$gt\":\"\\\"+&%}\"}}]}",
                "skip", "0",
                "limit", "5",
                "count", "none"));
    assertThat(StubUpstream.received().get(1).parameters())
        .containsEntry("filter", "{\"id\":{\"$in\":[]}}")
        .hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aPageTakesOneCallOfAServiceLikeThisOneAndTwoOfOthers(Kind kind) {
    new GroupUpstream(kind, 1_000, ROWS);
    GroupSelection favorites = GroupSelection.LIVE.with(new Favorite(true));
    ListQuery<GroupField> query = ListQuery.groups(limit(5));
    Page<ViewedGroup> page = list(favorites, query);
    list(favorites, Walk.behind(page, query));
    assertThat(StubUpstream.received()).hasSize(kind == Kind.OURS ? 2 : 4);
  }

  @Test
  void aLowerLimitOfUpstreamIsSeenAlsoBehindAPlace() {
    new GroupUpstream(Kind.OURS, 3, ROWS);
    ListQuery<GroupField> query = ListQuery.groups(limit(10));
    Page<ViewedGroup> page = list(GroupSelection.LIVE, query);
    for (int rows = 3; rows < 42; rows += 3) {
      assertThat(page.range()).isEqualTo(limit(3));
      assertThat(page.hasNext()).isTrue();
      page = list(GroupSelection.LIVE, Walk.behind(page, query));
    }
    new Walk(storage).expect(ROWS, GroupSelection.LIVE, query);
  }

  @Test
  void aFilterMayBeLongAndSoAreTheLinksThatRepeatIt() {
    String ids =
        IntStream.range(0, 500)
            .mapToObj("\"%024x\""::formatted)
            .collect(Collectors.joining(",", "{\"id\":{\"$in\":[", "]}}"));
    String link = "</api/v1/kpis/groups?limit=5&filter=" + "x".repeat(40_000) + ">; rel=\"";
    String links = "Link: " + link + "first\", " + link + "prev\", " + link + "next\"";
    StubUpstream.responds(Reply.json(200, Samples.list(9, Samples.group()), links));
    Page<ViewedGroup> page =
        list(GroupSelection.LIVE.with(FilterParser.parse(ids)), ListQuery.groups(limit(5)));
    assertThat(page.hasNext()).isTrue();
    assertThat(StubUpstream.received().get(0).parameters()).containsEntry("filter", ids);
  }

  @Test
  void aFilterThatIsTooLongForAnUpstreamIsAppliedHere() {
    StubUpstream.follows(
        asked ->
            asked.target().contains("?")
                ? Reply.of(414, "")
                : Samples.listOfOurs("/api/v1/kpis/groups", 1, Samples.group()));
    GroupFilter filter = FilterParser.parse("{name: {$in: [\"Größe\", \"Sales\"]}}");
    assertThat(list(GroupSelection.LIVE.with(filter), ListQuery.groups(limit(5))).items())
        .hasSize(1);
    assertThat(list(GroupSelection.LIVE.with(new Favorite(false)), ListQuery.groups(limit(5))))
        .extracting(Page::totalCount)
        .isEqualTo(0L);
  }

  @Test
  void anUpstreamWithoutAListCannotPick() {
    Runnable call =
        () -> list(GroupSelection.LIVE.with(new Favorite(true)), ListQuery.groups(limit(5)));
    for (Reply reply : Strangers.refusalsOfParameters()) {
      StubUpstream.responds(reply);
      assertThatThrownBy(call::run)
          .isInstanceOf(Unsupported.class)
          .hasMessageNotContaining("secret");
      assertThat(StubUpstream.received()).hasSizeLessThan(3);
    }
    Strangers.expectOwnReasons(call);
    Strangers.expectSentenceOfOurs(call);
    StubUpstream.responds(Reply.json(400, Samples.problem(400, "invalid-input", "Not so.")));
    assertThatThrownBy(call::run).isInstanceOf(InvalidInput.class).hasMessage("Not so.");
    assertThat(StubUpstream.received()).hasSize(1);
  }

  @Test
  void anOlderServiceIsAskedForItsWholeListPageByPage() {
    new GroupUpstream(Kind.OLDER, 10, ROWS);
    var query = ListQuery.groups(ManyGroups.orders().get(1), limit(20));
    GroupSelection search =
        GroupSelection.LIVE.with(KPI).with(new NameContains(SearchText.of("zahl")));
    new Walk(storage).expect(ROWS, search, query);
    assertThat(StubUpstream.received())
        .extracting(asked -> asked.parameters().get("kpiId"))
        .containsOnly(KPI.value());
  }

  private Page<ViewedGroup> list(GroupSelection selection, ListQuery<GroupField> query) {
    return storage.groups().list(ANN, selection, query);
  }

  private static PageRange limit(int limit) {
    return PageRange.first(limit);
  }
}
