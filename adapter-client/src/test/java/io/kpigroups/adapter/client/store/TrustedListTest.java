package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ListingUpstream;
import io.kpigroups.adapter.client.fixture.ListingUpstream.Row;
import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestStorage;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lists of an upstream whose paging is trusted, and lists that are given up. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class TrustedListTest {
  private static final String PLAIN = "GET /api/v1/kpis/groups";
  private static final PageRange DEFAULT = PageRange.first(1_000);
  private static final List<Order<GroupField>> BY_NAME = List.of(Order.descending(GroupField.NAME));

  private final KpiGroupStorage storage;
  private final TlsConfigurationRegistry registry;

  TrustedListTest(
      @Identifier("upstream") KpiGroupStorage storage, TlsConfigurationRegistry registry) {
    this.storage = storage;
    this.registry = registry;
  }

  @Test
  void onlyTheRequestedPageIsFetched() {
    ListingUpstream.trusted(1_000).runs();
    expectRight(new PageRange(120, 30));
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly(PLAIN + "?skip=120&limit=30&sort=-name%2C-id");
    expectRight(new PageRange(245, 30));
    expectRight(new PageRange(300, 30));
    assertThat(StubUpstream.received()).hasSize(3);
  }

  @Test
  void aLowerPageLimitOfUpstreamBecomesOurs() {
    ListingUpstream.trusted(40).runs();
    Page<ViewedGroup> page = list(new PageRange(100, 100));
    assertThat(ids(page)).isEqualTo(ListingUpstream.byName(100, 40));
    assertThat(page.range()).isEqualTo(new PageRange(100, 40));
    assertThat(page.totalCount()).isEqualTo(250);
    assertThat(page.hasNext()).isTrue();
    assertThat(StubUpstream.received()).hasSize(1);
    assertThat(list(new PageRange(240, 100)).hasNext()).isFalse();
  }

  @Test
  void aHigherPageLimitOfUpstreamDoesNotMakeThePageLonger() {
    ListingUpstream.trusted(100_000).of(1_200).runs();
    KpiGroupStorage roomy =
        TestStorage.of(
            Map.of(
                "kpigroups.upstream.url",
                StubUpstream.url(),
                "kpigroups.upstream.answer-size",
                "8M"),
            registry);
    Page<ViewedGroup> page =
        roomy.groups().list(ANN, GroupSelection.LIVE, ListQuery.groups(DEFAULT));
    assertThat(page.items()).hasSize(1_000);
    assertThat(page.totalCount()).isEqualTo(1_200);
    assertThat(page.hasNext()).isTrue();
  }

  @Test
  void theDefaultRequestHasNoParametersAndIsSortedHere() {
    ListingUpstream.foreign().runs();
    Page<ViewedGroup> page =
        storage.groups().list(ANN, GroupSelection.LIVE, ListQuery.groups(DEFAULT));
    assertThat(ids(page)).isEqualTo(ListingUpstream.ids());
    assertThat(page.totalCount()).isEqualTo(250);
    assertThat(StubUpstream.received()).first().extracting(ReceivedRequest::line).isEqualTo(PLAIN);
  }

  @Test
  void aListOfAnOddLengthNeedsOneCall() {
    ListingUpstream.foreign().of(243).runs();
    storage.groups().list(ANN, GroupSelection.LIVE, ListQuery.groups(DEFAULT));
    assertThat(StubUpstream.received()).extracting(ReceivedRequest::line).containsExactly(PLAIN);
  }

  @Test
  void aListThatShrinksBetweenCallsIsAFailure() {
    AtomicInteger calls = new AtomicInteger();
    StubUpstream.follows(
        asked -> {
          int i = calls.getAndIncrement();
          return Reply.json(200, Samples.list(3 - Math.min(i, 1), new Row(i).json()));
        });
    assertThatThrownBy(
            () -> storage.groups().list(ANN, GroupSelection.LIVE, ListQuery.groups(DEFAULT)))
        .isInstanceOf(UpstreamFailure.class);
  }

  @Test
  void aListThatIsTooLongOrHasTinyPagesIsGivenUp() {
    String one = Samples.list(1_000_000_000_000L, new Row(0).json());
    StubUpstream.responds(Reply.json(200, one));
    assertThatThrownBy(() -> list(PageRange.first(10))).isInstanceOf(UpstreamFailure.class);
    assertThat(StubUpstream.received()).hasSizeLessThan(5);

    AtomicInteger row = new AtomicInteger();
    StubUpstream.follows(
        asked -> Reply.json(200, Samples.list(90_000, new Row(row.getAndIncrement()).json())));
    assertThatThrownBy(() -> list(DEFAULT)).isInstanceOf(UpstreamFailure.class);
    assertThat(StubUpstream.received()).hasSizeLessThan(250);
  }

  @Test
  void anInvalidTotalIsAFailure() {
    for (String total : List.of("null", "-1", "\"2\"", "1.5", "9".repeat(90))) {
      StubUpstream.responds(Reply.json(200, "{\"items\":[],\"totalCount\":" + total + "}"));
      assertThatThrownBy(() -> list(PageRange.first(10))).isInstanceOf(UpstreamFailure.class);
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
