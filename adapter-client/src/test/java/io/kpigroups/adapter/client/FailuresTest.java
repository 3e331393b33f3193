package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static io.kpigroups.adapter.client.Samples.KPI;
import static io.kpigroups.adapter.client.Samples.NAME;
import static io.kpigroups.adapter.client.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroupException;
import io.kpigroups.domain.OutcomeUnknown;
import io.kpigroups.domain.RateLimited;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StorageUnavailable;
import io.kpigroups.domain.UpstreamFailure;
import io.kpigroups.domain.UpstreamTooSlow;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of calls that fail, and how often they are made. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class FailuresTest {
  private static final int WITH_RETRIES = 3;

  private final KpiGroupStorage storage;

  FailuresTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  private Map<String, Runnable> repeatable() {
    return Map.of(
        "find", () -> storage.groups().find(ANN, GROUP),
        "favorite", () -> storage.favorites().add(ANN, GROUP, 1),
        "unfavorite", () -> storage.favorites().remove(ANN, GROUP),
        "join", () -> storage.memberships().add(ANN, GROUP, KPI, NOW, KnownKpis.ANY, 1),
        "leave", () -> storage.memberships().remove(ANN, GROUP, KPI, KnownKpis.ANY),
        "kpi", () -> storage.kpis().find(ANN, KPI));
  }

  private Map<String, Runnable> once() {
    RevisionMatch any = RevisionMatch.unconditional();
    return Map.of(
        "create", () -> storage.groups().create(ANN, NAME, NOW, 1),
        "rename", () -> storage.groups().rename(ANN, GROUP, NAME, NOW, any),
        "delete", () -> storage.groups().delete(ANN, GROUP, NOW, any));
  }

  @Test
  void anErrorOfUpstreamIsTriedAgainWhereThatIsHarmless() {
    expect(repeatable(), Reply.json(500, "{\"secret\":1}"), UpstreamFailure.class, WITH_RETRIES);
    expect(repeatable(), Reply.json(503, ""), UpstreamFailure.class, WITH_RETRIES);
    expect(once(), Reply.json(500, "{\"secret\":1}"), UpstreamFailure.class, 1);
    expect(once(), Reply.json(502, ""), UpstreamFailure.class, 1);
  }

  @Test
  void aConnectionThatBreaksLeavesAChangeUnknown() {
    expect(repeatable(), Reply.nothing(), UpstreamFailure.class, WITH_RETRIES);
    expect(repeatable(), Reply.noise(), UpstreamFailure.class, WITH_RETRIES);
    expect(once(), Reply.nothing(), OutcomeUnknown.class, 1);
    expect(once(), Reply.noise(), OutcomeUnknown.class, 1);
  }

  @Test
  void aTruncatedAnswerIsNone() {
    Reply truncated = Reply.truncated(200, Samples.group());
    expect(repeatable(), truncated, UpstreamFailure.class, WITH_RETRIES);
    expect(once(), truncated, OutcomeUnknown.class, 1);
  }

  @Test
  void anAnswerThatIsTooLargeOrEndlessIsCutOff() {
    Reply large = Reply.json(200, " ".repeat(70_000) + Samples.group());
    for (Reply reply : List.of(large, Reply.endless(200), Reply.endless(404))) {
      StubUpstream.answers(reply);
      assertThatThrownBy(() -> storage.groups().find(ANN, GROUP))
          .isInstanceOf(UpstreamFailure.class);
      assertThatThrownBy(() -> storage.groups().create(ANN, NAME, NOW, 1))
          .isInstanceOf(OutcomeUnknown.class);
    }
  }

  @Test
  void garbageIsAFailureAndOfACreationAnUnknownOutcome() {
    StubUpstream.answers(Reply.json(200, "<html>"));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    assertThatThrownBy(() -> storage.groups().create(ANN, NAME, NOW, 1))
        .isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void anUpstreamThatHangsIsTooSlowAndLeavesAChangeUnknown() {
    StubUpstream.follows(asked -> StubUpstream.hang());
    for (Runnable call : repeatable().values()) {
      assertThatThrownBy(() -> in(Duration.ofMillis(300), call))
          .isInstanceOf(UpstreamTooSlow.class);
    }
    for (Runnable call : once().values()) {
      assertThatThrownBy(() -> in(Duration.ofMillis(300), call)).isInstanceOf(OutcomeUnknown.class);
    }
    StubUpstream.answers(Reply.json(200, Samples.group()));
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
  }

  @Test
  void anEndlesslySlowBodyIsGivenUpAtTheDeadline() {
    StubUpstream.follows(
        asked ->
            out -> {
              Reply.truncated(200, "{").write(out);
              out.flush();
              return StubUpstream.hang().write(out);
            });
    long start = System.nanoTime();
    assertThatThrownBy(() -> in(Duration.ofMillis(400), repeatable().get("find")))
        .isInstanceOf(UpstreamTooSlow.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void theTimeThatIsOverIsNotUsed() {
    StubUpstream.answers(Reply.json(200, Samples.group()));
    for (Runnable call : List.of(repeatable().get("find"), once().get("delete"))) {
      assertThatThrownBy(() -> in(Duration.ZERO, call)).isInstanceOf(StorageUnavailable.class);
    }
    assertThat(StubUpstream.asked()).isEmpty();
  }

  @Test
  void anErrorThatPassesIsNotSeen() {
    AtomicInteger tries = new AtomicInteger();
    StubUpstream.follows(
        asked ->
            tries.incrementAndGet() < WITH_RETRIES
                ? Reply.json(503, "")
                : Reply.json(200, Samples.group()));
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
    assertThat(StubUpstream.asked()).hasSize(WITH_RETRIES);
  }

  @Test
  void aRequestToComeBackLaterIsHonouredWhereThereIsTimeAndPassedOnWhereNot() {
    AtomicInteger tries = new AtomicInteger();
    Supplier<Reply> secondTime =
        () ->
            tries.incrementAndGet() == 1
                ? Reply.json(429, "", "Retry-After: 1")
                : Reply.json(200, Samples.group());
    StubUpstream.follows(asked -> secondTime.get());
    long start = System.nanoTime();
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));

    StubUpstream.answers(Reply.json(429, "", "Retry-After: 30"));
    RateLimited limited =
        catchThrowableOfType(
            RateLimited.class, () -> in(Duration.ofSeconds(3), repeatable().get("find")));
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(StubUpstream.asked()).hasSize(1);
    expect(once(), Reply.json(429, "", "Retry-After: 0"), RateLimited.class, 1);
  }

  @Test
  void aRedirectIsNotFollowedAndNoTokenGoesThere() {
    Reply redirect = Reply.of(307, "", "Location: http://127.0.0.1:1/elsewhere");
    expect(repeatable(), redirect, UpstreamFailure.class, 1);
    expect(once(), redirect, UpstreamFailure.class, 1);
    expect(once(), Reply.of(301, "", "Location: /api/v1/other"), UpstreamFailure.class, 1);
  }

  @Test
  void anUpstreamOfOurKindThatDoesNotKnowIsBelieved() {
    String unknown = Samples.problem(500, "outcome-unknown", "x");
    expect(once(), Reply.json(500, unknown), OutcomeUnknown.class, 1);
  }

  @Test
  void aRenameThatIsAnsweredWithNothingAndCannotBeLookedAtIsUnknown() {
    StubUpstream.follows(
        asked -> asked.method().equals("GET") ? Reply.json(500, "") : Reply.of(200, ""));
    assertThatThrownBy(once().get("rename")::run).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void readinessNeedsASignOfLifeAndNoToken() {
    StubUpstream.answers(Reply.json(401, ""));
    assertThatCode(storage::checkReady).doesNotThrowAnyException();
    assertThat(StubUpstream.asked().get(0).headers()).doesNotContainKey("authorization");
    for (Reply down : List.of(Reply.json(503, ""), Reply.json(404, ""), Reply.nothing())) {
      StubUpstream.answers(down);
      assertThatThrownBy(storage::checkReady).isInstanceOf(StorageUnavailable.class);
    }
  }

  private static void in(Duration time, Runnable call) {
    Deadline.within(
        time,
        () -> {
          call.run();
          return "done";
        });
  }

  private static void expect(
      Map<String, Runnable> calls,
      Reply reply,
      Class<? extends KpiGroupException> failure,
      int times) {
    calls.forEach(
        (name, call) -> {
          StubUpstream.answers(reply);
          KpiGroupException thrown = catchThrowableOfType(KpiGroupException.class, call::run);
          assertThat(thrown).as(name).isInstanceOf(failure);
          assertThat(StubUpstream.asked()).as(name).hasSize(times);
          assertThat(wholeText(thrown)).doesNotContain(TestToken.SECRET);
          assertThat(thrown.getMessage()).doesNotContain("secret", "127.0.0.1", "Exception");
        });
  }

  private static String wholeText(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
