package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static io.kpigroups.adapter.client.Samples.KPI;
import static io.kpigroups.adapter.client.Samples.NAME;
import static io.kpigroups.adapter.client.Samples.NOW;
import static io.kpigroups.adapter.client.Samples.PATH;
import static io.kpigroups.adapter.client.Samples.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.query.GroupField;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each operation is one call, written as the reference writes it. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class WireFormatTest {
  private static final RevisionMatch UNCONDITIONAL = RevisionMatch.unconditional();

  private final KpiGroupStorage storage;

  WireFormatTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void everyOperationIsOneCallWithTheCallersTokenAndAccount() {
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
        () -> storage.kpis().list(ANN, ListQuery.kpis(PageRange.first(1_000))));
  }

  @Test
  void aNameGoesAsTheReferenceSendsIt() {
    StubUpstream.answers(Reply.json(201, Samples.group()));
    storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT);
    Asked asked = StubUpstream.asked().get(0);
    assertThat(asked.body()).isEqualTo("{\"name\":\"Größe\"}");
    assertThat(asked.headers()).containsEntry("content-type", "application/json");
  }

  @Test
  void pagingAndSortingGoOnlyWhereTheyAreAskedFor() {
    String first = "Link: </api/v1/kpis/groups?skip=0&limit=150>; rel=\"first\"";
    StubUpstream.answers(Reply.json(200, Samples.list(0), first));
    var order =
        List.of(Order.ascending(GroupField.NAME), Order.descending(GroupField.DATE_CREATED));
    storage.groups().list(ANN, ListQuery.groups(order, new PageRange(200, 150)));
    assertThat(StubUpstream.asked())
        .extracting(Asked::line)
        .containsExactly("GET /api/v1/kpis/groups?skip=200&limit=150&sort=name%2C-dateCreated");
  }

  @Test
  void aFavoriteWithoutAnAccountIsForwardedWithoutOne() {
    StubUpstream.answers(Reply.of(200, ""));
    storage
        .favorites()
        .add(
            Samples.unhurried(Actor.delegated(Optional.empty())),
            GROUP,
            NOW,
            AccountLimits.DEFAULT);
    storage.favorites().remove(SOMEBODY, GROUP, NOW);
    assertThat(StubUpstream.asked())
        .extracting(asked -> asked.headers().getOrDefault("gtmhub-accountid", "none"))
        .containsExactly("none", Samples.ACCOUNT.value());
  }

  @Test
  void aRenameThatIsAnsweredWithoutAGroupIsLookedAt() {
    for (String nothing : List.of("", "{}", "[]", "null", "{\"ok\":true}", "not JSON")) {
      StubUpstream.follows(
          asked ->
              asked.method().equals("GET")
                  ? Reply.json(200, Samples.group(), "ETag: \"7-1\"")
                  : Reply.json(200, nothing));
      var renamed = storage.groups().rename(ANN, GROUP, NAME, NOW, UNCONDITIONAL);
      assertThat(renamed.group().name()).isEqualTo(NAME);
      assertThat(renamed.group().revision()).isEqualTo(new Revision("7"));
      assertThat(StubUpstream.asked())
          .extracting(Asked::line)
          .containsExactly("PATCH " + PATH, "GET " + PATH);
    }
  }

  @Test
  void upstreamsEntityTagIsTheRevisionAndGoesBackAsItCame() {
    assertThat(revisionOf("ETag: \"3-1\"")).isEqualTo(new Revision("3"));
    expectIfMatch("\"3-0\", \"3-1\"", RevisionMatch.oneOf(Set.of(new Revision("3"))));
    expectIfMatch("*", RevisionMatch.any());
  }

  @Test
  void aForeignEntityTagIsLookedAtFirstAndGoesBackAsItCame() {
    RevisionMatch expected = RevisionMatch.oneOf(Set.of(revisionOf("ETag: \"abc-0\"")));
    StubUpstream.answers(Reply.json(200, Samples.group(), "ETag: \"abc-0\""));
    storage.groups().delete(ANN, GROUP, NOW, expected);
    assertThat(StubUpstream.asked())
        .extracting(asked -> asked.method() + " " + asked.headers().get("if-match"))
        .containsExactly("GET null", "DELETE \"abc-0\"");
    StubUpstream.answers(Reply.json(200, Samples.group(), "ETag: \"xyz-0\""));
    assertThatThrownBy(() -> storage.groups().delete(ANN, GROUP, NOW, expected))
        .isInstanceOf(StaleRevision.class);
  }

  private void expectIfMatch(String sent, RevisionMatch expected) {
    StubUpstream.answers(Reply.json(200, Samples.group()));
    storage.groups().rename(ANN, GROUP, NAME, NOW, expected);
    storage.groups().delete(ANN, GROUP, NOW, expected);
    assertThat(StubUpstream.asked())
        .extracting(asked -> asked.headers().get("if-match"))
        .containsExactly(sent, sent);
  }

  @Test
  void withoutAnEntityTagTheRevisionIsADigestWithoutTheFavorite() {
    Revision digest = revisionOf("X-None: x");
    assertThat(digest.value()).startsWith("sha256.");
    assertThat(revisionOf("ETag: W/\"weak\"")).isEqualTo(digest);
    StubUpstream.answers(Reply.json(200, Samples.groupWith("favorite", "false")));
    assertThat(found()).isEqualTo(digest);
    StubUpstream.answers(Reply.json(200, Samples.groupWith("name", "\"Other\"")));
    assertThat(found()).isNotEqualTo(digest);
  }

  @Test
  void aDigestIsCheckedByALookBeforeTheChange() {
    RevisionMatch current = RevisionMatch.oneOf(Set.of(revisionOf("X-None: x")));
    StubUpstream.answers(Reply.json(200, Samples.group()));
    storage.groups().delete(ANN, GROUP, NOW, current);
    assertThat(StubUpstream.asked())
        .extracting(Asked::line)
        .containsExactly("GET " + PATH, "DELETE " + PATH);
    assertThat(StubUpstream.asked().get(1).headers()).doesNotContainKey("if-match");

    StubUpstream.answers(Reply.json(200, Samples.groupWith("name", "\"Other\"")));
    assertThatThrownBy(() -> storage.groups().delete(ANN, GROUP, NOW, current))
        .isInstanceOf(StaleRevision.class);
    StubUpstream.answers(Reply.json(404, ""));
    assertThatThrownBy(() -> storage.groups().rename(ANN, GROUP, NAME, NOW, current))
        .isInstanceOf(GroupNotFound.class);
    assertThat(StubUpstream.asked()).extracting(Asked::method).containsExactly("GET");
  }

  @Test
  void aDigestFromARenameHoldsAlsoWhereALookBringsAnEntityTag() {
    RevisionMatch digest = RevisionMatch.oneOf(Set.of(revisionOf("X-None: x")));
    StubUpstream.answers(Reply.json(200, Samples.group(), "ETag: \"abc\""));
    storage.groups().delete(ANN, GROUP, NOW, digest);
    assertThat(StubUpstream.asked().get(1).headers()).containsEntry("if-match", "\"abc\"");
  }

  @Test
  void neitherTheRegisterNorWhatIsDeletedIsKeptHere() {
    assertThat(storage.registry()).isEmpty();
    assertThat(storage.deletedGroups()).isEmpty();
  }

  private Object list() {
    return storage.groups().list(ANN, ListQuery.groups(PageRange.first(1_000)));
  }

  private Revision revisionOf(String header) {
    StubUpstream.answers(Reply.json(200, Samples.group(), header));
    return found();
  }

  private Revision found() {
    return storage.groups().find(ANN, GROUP).orElseThrow().group().revision();
  }

  private static void expectOneCall(String line, String json, Runnable operation) {
    StubUpstream.answers(Reply.json(200, json));
    operation.run();
    assertThat(StubUpstream.asked()).as(line).hasSize(1);
    Asked asked = StubUpstream.asked().get(0);
    assertThat(asked.line()).isEqualTo(line);
    assertThat(asked.headers())
        .as(line)
        .containsEntry("authorization", TestToken.header())
        .containsEntry("gtmhub-accountid", Samples.ACCOUNT.value())
        .doesNotContainKeys("cookie", "if-match");
  }
}
