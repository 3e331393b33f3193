package io.kpigroups.adapter.client.find;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Unsupported;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The register of an upstream that is no service like this one, or an older one. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class ForeignKpisTest {
  private static final String PLAIN = "GET /api/v1/kpis";
  private static final String REGISTER =
      Samples.list(
          6,
          kpi("k6", "Grab", "[\"cat\"]"),
          kpi("k5", "Ertrag", "[\"Bob\"]"),
          kpi("k4", "Umsatz", "[\"bob\"]"),
          kpi("k1", "Größe", "[\"ann\",\"bob\"]"),
          kpi("k3", "GROSSE Zahl", "[]"),
          kpi("k2", "größer", "[\"ann\"]"));

  private static final KpiFilter LARGE = KpiFilter.named(SearchText.of("grösse"));
  private static final KpiFilter OF_BOB = KpiFilter.of(new Owner.Named(new UserId("bob")));

  private final KpiGroupStorage storage;

  ForeignKpisTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  /** Whatever it does with parameters; an older service like this one lists its KPIs whole. */
  private static List<Reply> answersToParameters() {
    String older = "There is no parameter limit here. There is no parameter q here.";
    return List.of(
        Reply.json(200, REGISTER),
        Reply.json(200, Samples.list(1, kpi("k9", "Größe", "[\"ann\"]"))),
        Reply.json(200, "[]"),
        Reply.json(400, "{}"),
        Reply.of(414, ""),
        Reply.of(422, "no"),
        Reply.of(431, ""),
        Reply.json(400, Samples.problem(400, "invalid-input", older)));
  }

  @Test
  void kpisArePickedSortedAndCutHere() {
    for (Reply reply : answersToParameters()) {
      register(REGISTER, reply);
      assertThat(ids(list(ANN, LARGE))).containsExactly("k1", "k2", "k3");
      assertThat(ids(list(ANN, OF_BOB))).containsExactly("k1", "k4");
      assertThat(ids(list(ANN, KpiFilter.of(Owner.CALLER)))).containsExactly("k1", "k2");
      assertThat(ids(list(ANN, both()))).containsExactly("k1");
      assertThat(ids(list(SOMEBODY, both()))).containsExactly("k1");

      var order = List.of(Order.descending(KpiField.NAME));
      Page<Kpi> page =
          storage.kpis().list(ANN, LARGE, ListQuery.kpis(order, new PageRange(1, 1), false));
      assertThat(ids(page)).containsExactly("k3");
      assertThat(page.total()).isEmpty();
      assertThat(page.hasNext()).isTrue();
    }
  }

  @Test
  void anUpstreamWithoutARegisterIsNoneThatIsBroken() {
    StubUpstream.follows(asked -> Reply.of(404, "not here"));

    for (PageRange range : List.of(PageRange.first(9), PageRange.first(10_000))) {
      assertThatThrownBy(() -> storage.kpis().list(ANN, KpiFilter.ALL, ListQuery.kpis(range)))
          .isInstanceOf(Unsupported.class);
    }
  }

  @Test
  void thatTakesTwoCalls() {
    register(REGISTER, Reply.json(400, ""));
    list(ANN, LARGE);
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly(PLAIN + "?q=gr%C3%B6sse&skip=0&limit=9", PLAIN);
  }

  @Test
  void aRegisterThatTellsNoOwnersDoesNotShowWhoIsNone() {
    for (String owners : List.of("null", "\"bob\"", "{}")) {
      register(Samples.list(1, kpi("k1", "A", owners)), Reply.json(400, ""));
      assertThatThrownBy(() -> list(ANN, OF_BOB)).isInstanceOf(Unsupported.class);
    }
    register(Samples.list(1, "{\"id\":\"k1\",\"name\":\"Große\"}"), Reply.json(400, ""));
    assertThatThrownBy(() -> list(ANN, OF_BOB)).isInstanceOf(Unsupported.class);
    assertThat(ids(list(ANN, LARGE))).containsExactly("k1");
  }

  @Test
  void anUpstreamWithoutARegisterCannotPick() {
    for (KpiFilter filter : List.of(LARGE, OF_BOB, KpiFilter.of(Owner.CALLER))) {
      for (Reply reply : Strangers.refusals()) {
        StubUpstream.responds(reply);
        assertThatThrownBy(() -> list(ANN, filter))
            .isInstanceOf(Unsupported.class)
            .hasMessageNotContaining("secret");
        assertThat(StubUpstream.received()).hasSizeLessThan(3);
      }
      Strangers.expectOwnReasons(() -> list(ANN, filter));
      Strangers.expectSentenceOfOurs(() -> list(ANN, filter));
    }
  }

  private static KpiFilter both() {
    return new KpiFilter(LARGE.search(), Optional.of(new Owner.Named(new UserId("bob"))), false);
  }

  private static void register(String whole, Reply answerToParameters) {
    StubUpstream.follows(
        asked -> asked.target().contains("?") ? answerToParameters : Reply.json(200, whole));
  }

  private Page<Kpi> list(Call caller, KpiFilter filter) {
    return storage.kpis().list(caller, filter, ListQuery.kpis(PageRange.first(9)));
  }

  private static List<String> ids(Page<Kpi> page) {
    return page.items().stream().map(kpi -> kpi.id().value()).toList();
  }

  private static String kpi(String id, String name, String owners) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"ownerIds\":%s}".formatted(id, name, owners);
  }
}
