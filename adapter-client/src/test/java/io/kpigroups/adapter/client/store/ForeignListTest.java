package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ListingUpstream;
import io.kpigroups.adapter.client.fixture.ListingUpstream.Total;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of an upstream that is not a service like this one. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class ForeignListTest {
  private static final PageRange DEFAULT = PageRange.first(1_000);
  private static final List<Order<GroupField>> BY_NAME = List.of(Order.descending(GroupField.NAME));

  private final KpiGroupStorage storage;

  ForeignListTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  static List<ListingUpstream> upstreamsWithOnePage() {
    return ListingUpstream.everyForeign(1_000, 250);
  }

  static List<ListingUpstream> upstreamsThatCanBePaged() {
    return ListingUpstream.everyForeign(40, 64, 100, 128).stream()
        .filter(ListingUpstream::skips)
        .toList();
  }

  static List<ListingUpstream> upstreamsThatCannotBePaged() {
    return ListingUpstream.everyForeign(40, 100).stream()
        .filter(upstream -> !upstream.skips() && upstream.total() == Total.OF_ALL)
        .toList();
  }

  @ParameterizedTest
  @MethodSource({"upstreamsWithOnePage", "upstreamsThatCanBePaged"})
  void theWholeListIsFetchedSortedAndCutHere(ListingUpstream upstream) {
    upstream.runs();
    expectRight(DEFAULT);
    expectRight(PageRange.first(100));
    expectRight(new PageRange(120, 30));
    expectRight(new PageRange(245, 30));
    expectRight(new PageRange(300, 30));
    upstream.of(100).runs();
    assertThat(list(PageRange.first(100)).totalCount()).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("upstreamsThatCannotBePaged")
  void anIncompleteListIsAFailure(ListingUpstream upstream) {
    upstream.runs();
    assertThatThrownBy(() -> list(DEFAULT)).isInstanceOf(UpstreamFailure.class);
    assertThatThrownBy(() -> list(PageRange.first(10))).isInstanceOf(UpstreamFailure.class);
  }

  @ParameterizedTest
  @EnumSource(Total.class)
  void anUpstreamThatRefusesParametersIsAskedWithoutThem(Total total) {
    ListingUpstream.foreign().telling(total).refusingParameters().runs();
    expectRight(new PageRange(120, 30));
    expectRight(DEFAULT);
  }

  @Test
  void aRefusedNextPageIsAFailureAndARefusedFirstOneARefusal() {
    ListingUpstream.foreign().telling(Total.OF_ALL).upTo(40).refusingParameters().runs();
    assertThatThrownBy(() -> list(DEFAULT)).isInstanceOf(UpstreamFailure.class);
    StubUpstream.responds(Reply.json(400, ""));
    assertThatThrownBy(() -> list(DEFAULT)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void otherLinksDoNotMakeAnUpstreamTrusted() {
    for (String link :
        List.of(
            "<https://a.example/kpis/groups?page=1>; rel=\"first\"",
            "</api/v1/kpis/groups?page=1&per_page=30>; rel=\"first\"",
            "</api/v1/kpis/groups?skip=0&limit=30>; rel=\"next\"",
            "</api/v1/kpis?skip=0&limit=30>; rel=\"first\"",
            "</api/v1/goals?skip=0&limit=30>; rel=\"first\"")) {
      ListingUpstream.foreign().linking(link).runs();
      expectRight(new PageRange(120, 30));
    }
  }

  private void expectRight(PageRange range) {
    Page<ViewedGroup> page = list(range);
    assertThat(ids(page)).isEqualTo(ListingUpstream.byName(range.skip(), range.limit()));
    assertThat(page.totalCount()).isEqualTo(250);
    assertThat(page.range()).isEqualTo(range);
  }

  private Page<ViewedGroup> list(PageRange range) {
    return storage.groups().list(ANN, GroupSelection.LIVE, ListQuery.groups(BY_NAME, range));
  }

  private static List<String> ids(Page<ViewedGroup> page) {
    return page.items().stream().map(row -> row.group().id().value()).toList();
  }
}
