package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.ListingUpstream.Total;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
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

/** The list of an upstream that is not of our kind is had whole, or it is a failure. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class StrangersListsTest {
  private static final PageRange DEFAULT = PageRange.first(1_000);
  private static final List<Order<GroupField>> BY_NAME = List.of(Order.descending(GroupField.NAME));

  private final KpiGroupStorage storage;

  StrangersListsTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  static List<ListingUpstream> strangersThatHideNothing() {
    return ListingUpstream.everyStranger(1_000, 250);
  }

  static List<ListingUpstream> strangersThatCanBeFollowed() {
    return ListingUpstream.everyStranger(40, 64, 100, 128).stream()
        .filter(ListingUpstream::skips)
        .toList();
  }

  static List<ListingUpstream> strangersThatCannotBeFollowed() {
    return ListingUpstream.everyStranger(40, 100).stream()
        .filter(upstream -> !upstream.skips() && upstream.total() == Total.OF_ALL)
        .toList();
  }

  @ParameterizedTest
  @MethodSource({"strangersThatHideNothing", "strangersThatCanBeFollowed"})
  void aStrangersListIsHadWholeAndCutHere(ListingUpstream upstream) {
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
  @MethodSource("strangersThatCannotBeFollowed")
  void aListThatCannotBeHadWholeIsAFailureAndNotAShorterList(ListingUpstream upstream) {
    upstream.runs();
    assertThatThrownBy(() -> list(DEFAULT)).isInstanceOf(UpstreamFailure.class);
    assertThatThrownBy(() -> list(PageRange.first(10))).isInstanceOf(UpstreamFailure.class);
  }

  @ParameterizedTest
  @EnumSource(Total.class)
  void parametersThatAreRefusedAreNotNeeded(Total total) {
    ListingUpstream.stranger().telling(total).refusingParameters().runs();
    expectRight(new PageRange(120, 30));
    expectRight(DEFAULT);
  }

  @Test
  void aRestThatIsRefusedIsAFailureAndAPlainRequestThatIsRefusedARefusal() {
    ListingUpstream.stranger().telling(Total.OF_ALL).upTo(40).refusingParameters().runs();
    assertThatThrownBy(() -> list(DEFAULT)).isInstanceOf(UpstreamFailure.class);
    StubUpstream.answers(Reply.json(400, ""));
    assertThatThrownBy(() -> list(DEFAULT)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void linksOfOthersAreNoSignThatTheirPagingIsOurs() {
    for (String link :
        List.of(
            "<https://a.example/kpis/groups?page=1>; rel=\"first\"",
            "</api/v1/kpis/groups?page=1&per_page=30>; rel=\"first\"",
            "</api/v1/kpis/groups?skip=0&limit=30>; rel=\"next\"",
            "</api/v1/kpis?skip=0&limit=30>; rel=\"first\"",
            "</api/v1/goals?skip=0&limit=30>; rel=\"first\"")) {
      ListingUpstream.stranger().linking(link).runs();
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
    return storage.groups().list(ANN, ListQuery.groups(BY_NAME, range));
  }

  private static List<String> ids(Page<ViewedGroup> page) {
    return page.items().stream().map(row -> row.group().id().value()).toList();
  }
}
