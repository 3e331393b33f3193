package io.kpigroups.adapter.client.store;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static io.kpigroups.adapter.client.fixture.Samples.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.Strangers;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.Unsupported;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.IdempotencyKeyReused;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Revision;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Making a group once per key, which only a service like this one can. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class KeyedCreateTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("a \"b\"; c=%41,~!{d}");
  private static final Reply LIST = Samples.listOfOurs("/api/v1/kpis/groups", 0);
  private static final Reply MADE = Reply.json(201, Samples.group(), "ETag: \"1-1\"");

  private final KpiGroupStorage storage;

  KeyedCreateTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void theGroupIsMadeByUpstreamAfterALookWhoItIs() {
    for (Call call : List.of(ANN, SOMEBODY)) {
      responds(LIST, MADE);
      KeyedCreate made = claim(call);
      assertThat(made.isDone()).isTrue();
      assertThat(made.group().id()).isEqualTo(GROUP);
      assertThat(made.group().name()).isEqualTo(NAME);
      assertThat(made.group().revision()).isEqualTo(new Revision("1"));
      expectRequests("GET", "POST");
      ReceivedRequest look = StubUpstream.received().get(0);
      assertThat(look.parameters())
          .isEqualTo(Map.of("limit", "1", "count", "none", "fields", "id"));
      assertThat(look.headers()).doesNotContainKey("idempotency-key");
      ReceivedRequest create = StubUpstream.received().get(1);
      assertThat(create.headers()).containsEntry("idempotency-key", KEY.value());
      assertThat(create.body()).isEqualTo("{\"name\":\"Größe\"}");
    }
  }

  @Test
  void whatIsKeptIsKeptByUpstream() {
    responds(LIST, MADE);
    KeyedCreate made = claim(ANN);
    responds();
    keys().finish(ANN, KEY, made);
    keys().release(ANN, KEY, made);
    keys().sweep(NOW, Deadline.in(Duration.ofDays(1)));
    expectRequests();
  }

  @Test
  void afterALostAnswerItIsSentAgain() {
    for (Reply lost :
        List.of(
            Reply.nothing(), Reply.truncated(201, "{"), Reply.json(503, ""), outcomeUnknown())) {
      responds(LIST, lost, MADE);
      assertThat(claim(ANN).group().id()).isEqualTo(GROUP);
      expectRequests("GET", "POST", "POST");
    }
  }

  @Test
  void ifAllAnswersAreLostItMayBeSentAgain() {
    responds(LIST, Reply.nothing(), Reply.nothing(), Reply.nothing());
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(UpstreamFailure.class);
    expectRequests("GET", "POST", "POST", "POST");
    responds(LIST, outcomeUnknown(), outcomeUnknown(), outcomeUnknown());
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(OutcomeUnknown.class);
    expectRequests("GET", "POST", "POST", "POST");
    Reply failed = Reply.json(500, "");
    responds(LIST, failed, failed, failed);
    assertThatThrownBy(() -> claim(ANN))
        .isInstanceOf(UpstreamFailure.class)
        .hasMessageContaining("may have been");
    responds(LIST, Reply.of(201, "<html>"));
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void refusalsOfTheKeyArePassedOn() {
    responds(LIST, problem(422, "idempotency-key-reused"));
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(IdempotencyKeyReused.class);
    responds(LIST, problem(409, "idempotency-key-in-use", "Retry-After: 3"));
    assertThat(inUse()).isEqualTo(Duration.ofSeconds(3));
    responds(LIST, Reply.nothing(), problem(409, "idempotency-key-in-use"));
    assertThat(inUse()).isEqualTo(Duration.ofSeconds(1));
    responds(LIST, problem(409, "limit-reached"));
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(LimitReached.class).hasMessage("Told.");
  }

  @Test
  void ofAnotherUpstreamNoGroupIsAskedFor() {
    Strangers.expectUnsupported(Strangers.refusalsOfParameters(), () -> claim(ANN));
    Strangers.expectUnsupported(Strangers.lists(), () -> claim(ANN));
    Strangers.expectOwnReasons(() -> claim(ANN));
    assertThat(StubUpstream.received()).extracting(ReceivedRequest::method).containsOnly("GET");
    Strangers.expectSentenceOfOurs(() -> claim(ANN));
  }

  @Test
  void ofAServiceLikeThisOneThatIsTooOldForKeysNoGroupIsAskedFor() {
    responds(problem(400, "invalid-input"));
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(Unsupported.class);
    expectRequests("GET");
  }

  @Test
  void aServiceLikeThisOneInFrontOfAnotherSaysWhatItCannot() {
    responds(LIST, problem(501, "not-supported"));
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(Unsupported.class).hasMessage("Told.");
    expectRequests("GET", "POST");
  }

  @Test
  void whatTheCallerMayNotDoIsToldByTheRefusalOfTheGroup() {
    Reply refused = Reply.json(403, Samples.problem(403, "not-permitted", "Not read."));
    responds(refused, problem(403, "not-permitted"));
    assertThatThrownBy(() -> claim(ANN)).isInstanceOf(AccessDenied.class).hasMessage("Told.");
    expectRequests("GET", "POST");
  }

  private IdempotencyStore keys() {
    return storage.idempotency().orElseThrow();
  }

  private KeyedCreate claim(Call call) {
    return keys().claim(call, KEY, Samples.GROUP, NAME, NOW);
  }

  private Duration inUse() {
    return catchThrowableOfType(IdempotencyKeyInUse.class, () -> claim(ANN)).retryAfter();
  }

  /** One reply after the other. */
  private static void responds(Reply... replies) {
    Iterator<Reply> next = Arrays.asList(replies).iterator();
    StubUpstream.follows(asked -> next.next());
  }

  private static void expectRequests(String... methods) {
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::method)
        .containsExactly(methods);
  }

  private static Reply outcomeUnknown() {
    return problem(500, "outcome-unknown");
  }

  private static Reply problem(int status, String slug, String... headers) {
    return Reply.json(status, Samples.problem(status, slug, "Told."), headers);
  }
}
