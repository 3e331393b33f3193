package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static io.kpigroups.adapter.client.Samples.NAME;
import static io.kpigroups.adapter.client.Samples.NOW;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.KpiGroupException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of calls that fail, and how often they are made. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailuresTest {
  private static final int WITH_RETRIES = 3;

  private final KpiGroupStorage storage;
  private final Calls calls;

  FailuresTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
    this.calls = new Calls(storage);
  }

  @Test
  void anErrorOfUpstreamIsTriedAgainWhereThatIsHarmless() {
    expect(
        calls.repeatable(), Reply.json(500, "{\"secret\":1}"), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.repeatable(), Reply.json(503, ""), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.once(), Reply.json(500, "{\"secret\":1}"), UpstreamFailure.class, 1);
    expect(calls.once(), Reply.json(502, ""), UpstreamFailure.class, 1);
  }

  @Test
  void aConnectionThatBreaksLeavesAChangeUnknown() {
    expect(calls.repeatable(), Reply.nothing(), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.repeatable(), Reply.noise(), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.once(), Reply.nothing(), OutcomeUnknown.class, 1);
    expect(calls.once(), Reply.noise(), OutcomeUnknown.class, 1);
  }

  @Test
  void aTruncatedAnswerIsNone() {
    Reply truncated = Reply.truncated(200, Samples.group());
    expect(calls.repeatable(), truncated, UpstreamFailure.class, WITH_RETRIES);
    expect(calls.once(), truncated, OutcomeUnknown.class, 1);
  }

  @Test
  void anAnswerThatIsTooLargeOrEndlessIsCutOff() {
    Reply large = Reply.json(200, " ".repeat(70_000) + Samples.group());
    for (Reply reply : List.of(large, Reply.endless(200), Reply.endless(404))) {
      StubUpstream.answers(reply);
      assertThatThrownBy(() -> storage.groups().find(ANN, GROUP))
          .isInstanceOf(UpstreamFailure.class);
      assertThatThrownBy(
              () -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
          .isInstanceOf(OutcomeUnknown.class);
    }
  }

  @Test
  void garbageIsAFailureAndOfACreationAnUnknownOutcome() {
    StubUpstream.answers(Reply.json(200, "<html>"));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    assertThatThrownBy(() -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
        .isInstanceOf(OutcomeUnknown.class);
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
  void aChangeIsNotRepeatedHoweverSoonItMayBe() {
    expect(calls.once(), Reply.json(429, "", "Retry-After: 0"), RateLimited.class, 1);
  }

  @Test
  void aRedirectIsNotFollowedAndNoTokenGoesThere() {
    Reply redirect = Reply.of(307, "", "Location: http://127.0.0.1:1/elsewhere");
    expect(calls.repeatable(), redirect, UpstreamFailure.class, 1);
    expect(calls.once(), redirect, UpstreamFailure.class, 1);
    expect(calls.once(), Reply.of(301, "", "Location: /api/v1/other"), UpstreamFailure.class, 1);
  }

  @Test
  void anUpstreamOfOurKindThatDoesNotKnowIsBelieved() {
    String unknown = Samples.problem(500, "outcome-unknown", "x");
    expect(calls.once(), Reply.json(500, unknown), OutcomeUnknown.class, 1);
  }

  @Test
  void aRenameThatIsAnsweredWithNothingAndCannotBeLookedAtIsUnknown() {
    StubUpstream.follows(
        asked -> asked.method().equals("GET") ? Reply.json(500, "") : Reply.of(200, ""));
    assertThatThrownBy(calls.once().get("rename")::run).isInstanceOf(OutcomeUnknown.class);
  }

  /** All at once; each of them is another request. */
  private static void expect(
      Map<String, Runnable> calls,
      Reply reply,
      Class<? extends KpiGroupException> failure,
      int times) {
    StubUpstream.answers(reply);
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    Map<String, CompletableFuture<KpiGroupException>> failures = new TreeMap<>();
    calls.forEach(
        (name, call) ->
            failures.put(name, CompletableFuture.supplyAsync(() -> failure(call), threads)));
    failures.forEach(
        (name, failed) -> {
          KpiGroupException thrown = failed.join();
          assertThat(thrown).as(name).isInstanceOf(failure);
          assertThat(wholeText(thrown)).doesNotContain(TestToken.SECRET);
          assertThat(thrown.getMessage()).doesNotContain("secret", "127.0.0.1", "Exception");
        });
    threads.shutdown();
    Map<String, Long> asked =
        StubUpstream.asked().stream().collect(groupingBy(Asked::line, counting()));
    assertThat(asked).hasSize(calls.size()).values().containsOnly((long) times);
  }

  private static KpiGroupException failure(Runnable call) {
    return catchThrowableOfType(KpiGroupException.class, call::run);
  }

  private static String wholeText(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
