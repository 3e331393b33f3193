package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** KPIs that are picked by name, owner or by being in no group. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class FilteredKpisTest {
  private static final List<Order<KpiField>> BY_NAME = List.of(Order.ascending(KpiField.NAME));
  private static final String ODD = "a&b=c+d e%25%zz#f?g{h}[i];j\"k'l\\m/ñ 日本 \uD83D\uDE00";

  private final KpiGroupStorage storage;

  FilteredKpisTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void kpisArePickedByUpstream() {
    KpiFilter all =
        new KpiFilter(
            Optional.of(SearchText.of(" Réve ")),
            Optional.of(new Owner.Named(new UserId("bob"))),
            true);
    Page<Kpi> page = list(ANN, all);
    assertThat(page.items()).extracting(kpi -> kpi.id().value()).containsExactly("k1");
    assertThat(page.totalCount()).isEqualTo(4);
    assertThat(parameters())
        .isEqualTo(
            Map.of(
                "q",
                "Réve",
                "owner",
                "bob",
                "ungrouped",
                "true",
                "skip",
                "2",
                "limit",
                "1",
                "sort",
                "name"));
  }

  @Test
  void theCallerIsMeWhoeverThatIs() {
    for (Call call : List.of(ANN, SOMEBODY)) {
      list(call, KpiFilter.of(Owner.CALLER));
      assertThat(parameters()).containsEntry("owner", "me").hasSize(4);
    }
  }

  @Test
  void valuesArriveAsTheyAre() {
    for (String text : List.of(ODD, "%41", "100%", "{q}", "{", "+", "&", "a b")) {
      list(ANN, KpiFilter.named(SearchText.of(text)));
      assertThat(parameters()).containsEntry("q", text).hasSize(4);
    }
    String user = "auth0|a&b=c+d e%25#f?{g}~/@:\"\\";
    list(ANN, KpiFilter.of(new Owner.Named(new UserId(user))));
    assertThat(parameters()).containsEntry("owner", user).hasSize(4);
  }

  @Test
  void anotherUpstreamCannotPickWhatItsRowsDoNotShow() {
    expectOfOurs(ANN, KpiFilter.UNGROUPED);
    expectOfOurs(SOMEBODY, KpiFilter.of(Owner.CALLER));
    expectOfOurs(
        ANN, new KpiFilter(Optional.of(SearchText.of("a")), Optional.of(Owner.CALLER), true));
  }

  private void expectOfOurs(Call caller, KpiFilter filter) {
    Runnable call = () -> storage.kpis().list(caller, filter, ListQuery.kpis(PageRange.first(9)));
    Strangers.expectUnsupported(Strangers.refusals(), call);
    Strangers.expectUnsupported(Strangers.lists(), call);
    Strangers.expectOwnReasons(call);
    Strangers.expectSentenceOfOurs(call);
  }

  private Page<Kpi> list(Call call, KpiFilter filter) {
    String kpi = "{\"id\":\"k1\",\"name\":\"Revenue\",\"ownerIds\":[\"ann\"]}";
    StubUpstream.responds(Samples.listOfOurs("/api/v1/kpis", 4, kpi));
    return storage.kpis().list(call, filter, ListQuery.kpis(BY_NAME, new PageRange(2, 1)));
  }

  private static Map<String, String> parameters() {
    assertThat(StubUpstream.received()).hasSize(1);
    return StubUpstream.received().get(0).parameters();
  }
}
