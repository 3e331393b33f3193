package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static io.kpigroups.adapter.client.fixture.Samples.PATH;
import static io.kpigroups.adapter.client.fixture.Samples.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestToken;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each operation is one request, as the reference documents it. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class RequestTest {
  private static final RevisionMatch UNCONDITIONAL = RevisionMatch.unconditional();

  private final KpiGroupStorage storage;

  RequestTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void everyOperationIsOneRequestWithTokenAndAccountOfTheCaller() {
    expectOneCall("GET /api/v1/kpis/groups", Samples.list(1, Samples.group()), this::list);
    expectOneCall("GET " + PATH, Samples.group(), () -> storage.groups().find(ANN, GROUP));
    expectOneCall(
        "POST /api/v1/kpis/groups",
        Samples.group(),
        () -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT));
    expectOneCall(
        "PATCH " + PATH,
        Samples.group(),
        () -> storage.groups().rename(ANN, GROUP, NAME, NOW, UNCONDITIONAL));
    expectOneCall(
        "DELETE " + PATH, "", () -> storage.groups().delete(ANN, GROUP, NOW, UNCONDITIONAL));
    expectOneCall(
        "PUT " + PATH + "/favorite",
        "",
        () -> storage.favorites().add(ANN, GROUP, NOW, AccountLimits.DEFAULT));
    expectOneCall(
        "DELETE " + PATH + "/favorite", "{}", () -> storage.favorites().remove(ANN, GROUP, NOW));
    String membership = "/api/v1/kpis/" + KPI.value() + "/groups/" + GROUP.value();
    expectOneCall(
        "PUT " + membership,
        "",
        () -> storage.memberships().add(ANN, GROUP, KPI, NOW, AccountRules.DEFAULT));
    expectOneCall(
        "DELETE " + membership,
        "{\"ok\":true}",
        () -> storage.memberships().remove(ANN, GROUP, KPI, NOW, AccountRules.DEFAULT));
    String kpi = "{\"id\":\"" + KPI.value() + "\",\"name\":\"Revenue\",\"ownerIds\":[\"ann\"]}";
    expectOneCall("GET /api/v1/kpis/" + KPI.value(), kpi, () -> storage.kpis().find(ANN, KPI));
    expectOneCall(
        "GET /api/v1/kpis",
        Samples.list(1, kpi),
        () -> storage.kpis().list(ANN, KpiFilter.ALL, ListQuery.kpis(PageRange.first(1_000))));
  }

  @Test
  void aNameIsSentAsJson() {
    StubUpstream.responds(Reply.json(201, Samples.group()));
    storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT);
    ReceivedRequest asked = StubUpstream.received().get(0);
    assertThat(asked.body()).isEqualTo("{\"name\":\"Größe\"}");
    assertThat(asked.headers()).containsEntry("content-type", "application/json");
  }

  @Test
  void pagingAndSortingAreSentIfAskedFor() {
    String first = "Link: </api/v1/kpis/groups?skip=0&limit=150>; rel=\"first\"";
    StubUpstream.responds(Reply.json(200, Samples.list(0), first));
    var order =
        List.of(Order.ascending(GroupField.NAME), Order.descending(GroupField.DATE_CREATED));
    storage
        .groups()
        .list(ANN, GroupSelection.LIVE, ListQuery.groups(order, new PageRange(200, 150)));
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly(
            "GET /api/v1/kpis/groups?skip=200&limit=150&sort=name%2C-dateCreated%2C-id");
  }

  @Test
  void withoutAnAccountNoneIsSent() {
    StubUpstream.responds(Reply.of(200, ""));
    storage
        .favorites()
        .add(
            Samples.unhurried(Actor.delegated(Optional.empty())),
            GROUP,
            NOW,
            AccountLimits.DEFAULT);
    storage.favorites().remove(SOMEBODY, GROUP, NOW);
    assertThat(StubUpstream.received())
        .extracting(asked -> asked.headers().getOrDefault("gtmhub-accountid", "none"))
        .containsExactly("none", Samples.ACCOUNT.value());
  }

  @Test
  void afterARenameWithoutAGroupInTheResponseTheGroupIsRead() {
    for (String nothing : List.of("", "{}", "[]", "null", "{\"ok\":true}", "not JSON")) {
      StubUpstream.follows(
          asked ->
              asked.method().equals("GET")
                  ? Reply.json(200, Samples.group(), "ETag: \"7-1\"")
                  : Reply.json(200, nothing));
      var renamed = storage.groups().rename(ANN, GROUP, NAME, NOW, UNCONDITIONAL);
      assertThat(renamed.group().name()).isEqualTo(NAME);
      assertThat(renamed.group().revision()).isEqualTo(new Revision("7"));
      assertThat(StubUpstream.received())
          .extracting(ReceivedRequest::line)
          .containsExactly("PATCH " + PATH, "GET " + PATH);
    }
  }

  @Test
  void thereIsNoRegistryAndNoPurge() {
    assertThat(storage.registry()).isEmpty();
    assertThat(storage.deletedGroups()).isEmpty();
  }

  private Object list() {
    return storage
        .groups()
        .list(ANN, GroupSelection.LIVE, ListQuery.groups(PageRange.first(1_000)));
  }

  private static void expectOneCall(String line, String json, Runnable operation) {
    StubUpstream.responds(Reply.json(200, json));
    operation.run();
    assertThat(StubUpstream.received()).as(line).hasSize(1);
    ReceivedRequest asked = StubUpstream.received().get(0);
    assertThat(asked.line()).isEqualTo(line);
    assertThat(asked.headers())
        .as(line)
        .containsEntry("authorization", TestToken.header())
        .containsEntry("gtmhub-accountid", Samples.ACCOUNT.value())
        .doesNotContainKeys("cookie", "if-match");
  }
}
