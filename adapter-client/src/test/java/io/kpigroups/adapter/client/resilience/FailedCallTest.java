package io.kpigroups.adapter.client.resilience;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.adapter.client.fixture.PortCalls;
import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.adapter.client.fixture.TestToken;
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

/** Which failure a failed call becomes, and how often it is tried. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailedCallTest {
  private static final int WITH_RETRIES = 3;

  private final KpiGroupStorage storage;
  private final PortCalls calls;

  FailedCallTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
    this.calls = new PortCalls(storage);
  }

  @Test
  void aServerErrorIsRetriedIfThatIsSafe() {
    expect(
        calls.repeatable(), Reply.json(500, "{\"secret\":1}"), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.repeatable(), Reply.json(503, ""), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.changes(), Reply.json(500, "{\"secret\":1}"), UpstreamFailure.class, 1);
    expect(calls.changes(), Reply.json(502, ""), UpstreamFailure.class, 1);
  }

  @Test
  void aLostConnectionLeavesTheOutcomeOfAChangeUnknown() {
    expect(calls.repeatable(), Reply.nothing(), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.repeatable(), Reply.noise(), UpstreamFailure.class, WITH_RETRIES);
    expect(calls.changes(), Reply.nothing(), OutcomeUnknown.class, 1);
    expect(calls.changes(), Reply.noise(), OutcomeUnknown.class, 1);
  }

  @Test
  void aTruncatedResponseCountsAsLost() {
    Reply truncated = Reply.truncated(200, Samples.group());
    expect(calls.repeatable(), truncated, UpstreamFailure.class, WITH_RETRIES);
    expect(calls.changes(), truncated, OutcomeUnknown.class, 1);
  }

  @Test
  void aResponseThatIsTooLargeIsCutOff() {
    Reply large = Reply.json(200, " ".repeat(70_000) + Samples.group());
    for (Reply reply : List.of(large, Reply.endless(200), Reply.endless(404))) {
      StubUpstream.responds(reply);
      assertThatThrownBy(() -> storage.groups().find(ANN, GROUP))
          .isInstanceOf(UpstreamFailure.class);
      assertThatThrownBy(
              () -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
          .isInstanceOf(OutcomeUnknown.class);
    }
  }

  @Test
  void anUnreadableSuccessLeavesTheOutcomeOfACreateUnknown() {
    StubUpstream.responds(Reply.json(200, "<html>"));
    assertThatThrownBy(() -> storage.groups().find(ANN, GROUP)).isInstanceOf(UpstreamFailure.class);
    assertThatThrownBy(() -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
        .isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void aShortOutageIsNotSeen() {
    AtomicInteger tries = new AtomicInteger();
    StubUpstream.follows(
        asked ->
            tries.incrementAndGet() < WITH_RETRIES
                ? Reply.json(503, "")
                : Reply.json(200, Samples.group()));
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
    assertThat(StubUpstream.received()).hasSize(WITH_RETRIES);
  }

  @Test
  void aChangeIsNotRepeatedEvenIfUpstreamAllowsIt() {
    expect(calls.changes(), Reply.json(429, "", "Retry-After: 0"), RateLimited.class, 1);
  }

  @Test
  void redirectsAreNotFollowed() {
    Reply redirect = Reply.of(307, "", "Location: http://127.0.0.1:1/elsewhere");
    expect(calls.repeatable(), redirect, UpstreamFailure.class, 1);
    expect(calls.changes(), redirect, UpstreamFailure.class, 1);
    expect(calls.changes(), Reply.of(301, "", "Location: /api/v1/other"), UpstreamFailure.class, 1);
  }

  @Test
  void outcomeUnknownOfUpstreamIsPassedOn() {
    String unknown = Samples.problem(500, "outcome-unknown", "x");
    expect(calls.changes(), Reply.json(500, unknown), OutcomeUnknown.class, 1);
  }

  @Test
  void aRenameThatCannotBeReadAfterwardsHasAnUnknownOutcome() {
    StubUpstream.follows(
        asked -> asked.method().equals("GET") ? Reply.json(500, "") : Reply.of(200, ""));
    assertThatThrownBy(calls.changes().get("rename")::run).isInstanceOf(OutcomeUnknown.class);
  }

  /** All at once; each of them is another request. */
  private static void expect(
      Map<String, Runnable> calls,
      Reply reply,
      Class<? extends KpiGroupException> failure,
      int times) {
    StubUpstream.responds(reply);
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
        StubUpstream.received().stream().collect(groupingBy(ReceivedRequest::line, counting()));
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
