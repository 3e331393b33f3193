package io.kpigroups.adapter.client.http;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.client.fixture.PortCalls;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.IdempotencyKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An address at which something else answers is told as such, by what every upstream can do. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class WrongAddressTest {
  private static final String HTML = "<html><body>secret details</body></html>";
  private static final List<Reply> STRANGERS =
      List.of(
          page(200),
          page(404),
          Reply.json(404, Samples.problem(404, "path-not-found", "The API has no such path.")));

  private final KpiGroupStorage storage;

  WrongAddressTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  private static Reply page(int status) {
    return Reply.of(status, HTML, "Content-Type: text/html; charset=utf-8");
  }

  @Test
  void aWebPageAndAnUnknownPathAreNoAnswersOfTheApi() {
    for (Reply stranger : STRANGERS) {
      StubUpstream.responds(stranger);
      calls().forEach((name, call) -> isTold(name, call));
    }
  }

  @Test
  void aListOrACreateThatIsNotThereShowsAWrongAddress() {
    StubUpstream.responds(Reply.of(404, ""));
    Map<String, Runnable> calls = calls();
    for (String name : List.of("list", "search", "deleted", "create", "create once")) {
      isTold(name, calls.get(name));
    }
  }

  @Test
  void aRedirectIsToldAsSuch() {
    StubUpstream.responds(Reply.of(301, "", "Location: https://127.0.0.1/api/v1/kpis/groups"));
    calls()
        .forEach(
            (name, call) ->
                assertThatThrownBy(call::run)
                    .as(name)
                    .isInstanceOf(UpstreamFailure.class)
                    .hasMessageContaining("redirect")
                    .hasMessageNotContaining("127.0.0.1"));
  }

  private static void isTold(String name, Runnable call) {
    assertThatThrownBy(call::run)
        .as(name)
        .isInstanceOf(UpstreamFailure.class)
        .hasMessageContaining("address")
        .hasMessageNotContainingAny("secret", "127.0.0.1");
  }

  /** Batches, restores and KPIs are not of every upstream. */
  private Map<String, Runnable> calls() {
    PortCalls one = new PortCalls(storage);
    Map<String, Runnable> calls = new LinkedHashMap<>(one.repeatable());
    calls.keySet().removeAll(List.of("batch", "restore", "kpi"));
    calls.putAll(one.changes());
    calls.put("list", () -> list(GroupSelection.LIVE));
    GroupFilter search = new GroupFilter.NameContains(SearchText.of("x"));
    calls.put("search", () -> list(GroupSelection.LIVE.with(search)));
    calls.put("deleted", () -> list(GroupSelection.DELETED));
    IdempotencyKey key = new IdempotencyKey("k");
    calls.put(
        "create once", () -> storage.idempotency().orElseThrow().claim(ANN, key, GROUP, NAME, NOW));
    return calls;
  }

  private void list(GroupSelection selection) {
    storage.groups().list(ANN, selection, ListQuery.groups(PageRange.first(1)));
  }
}
