package io.kpigroups.adapter.client.resilience;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.adapter.client.fixture.PortCalls;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.UpstreamTooSlow;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Calls with little time. The clock of the deadline is set by the test, so the speed of the machine
 * makes no difference.
 */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final AtomicLong nanos = new AtomicLong();
  private final KpiGroupStorage storage;

  DeadlineTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void aTimeoutLeavesTheOutcomeOfAChangeUnknown() {
    StubUpstream.follows(asked -> StubUpstream.hang());
    for (Runnable call : in(SHORT).repeatable().values()) {
      assertThatThrownBy(call::run).isInstanceOf(UpstreamTooSlow.class);
    }
    for (Runnable call : in(SHORT).changes().values()) {
      assertThatThrownBy(call::run).isInstanceOf(OutcomeUnknown.class);
    }
    StubUpstream.responds(Reply.json(200, Samples.group()));
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
  }

  @Test
  void anEndlessBodyIsGivenUpAtTheDeadline() {
    StubUpstream.follows(
        asked ->
            out -> {
              Reply.truncated(200, "{").write(out);
              out.flush();
              return StubUpstream.hang().write(out);
            });
    assertThatThrownBy(in(SHORT).repeatable().get("find")::run).isInstanceOf(UpstreamTooSlow.class);
  }

  @Test
  void nothingIsSentAfterTheDeadline() {
    StubUpstream.responds(Reply.json(200, Samples.group()));
    PortCalls calls = in(Duration.ZERO);
    for (Runnable call : List.of(calls.repeatable().get("find"), calls.changes().get("delete"))) {
      assertThatThrownBy(call::run).isInstanceOf(StorageUnavailable.class);
    }
    assertThat(StubUpstream.received()).isEmpty();
  }

  @Test
  void aCallIsNotRepeatedIfThereIsNoTime() {
    StubUpstream.follows(
        asked -> {
          nanos.set(LONG.minusMillis(149).toNanos());
          return Reply.json(503, "");
        });
    assertThatThrownBy(in(LONG).repeatable().get("find")::run).isInstanceOf(UpstreamFailure.class);
    assertThat(StubUpstream.received()).hasSize(1);
  }

  @Test
  void allCallsForAListShareOneDeadline() {
    StubUpstream.follows(
        asked -> {
          nanos.addAndGet(Duration.ofMinutes(6).toNanos());
          String id = "%024x".formatted(StubUpstream.received().size());
          String group = Samples.group(id, "Sales", "2026-01-02T03:04:05Z");
          return Reply.json(200, Samples.list(90_000, group));
        });
    ListQuery<GroupField> all = ListQuery.groups(PageRange.first(1_000));
    Call call = in(LONG).call();
    assertThatThrownBy(() -> storage.groups().list(call, GroupSelection.LIVE, all))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(StubUpstream.received()).hasSize(2);
  }

  @Test
  void retryAfterIsRespectedIfThereIsTime() {
    AtomicInteger tries = new AtomicInteger();
    StubUpstream.follows(
        asked ->
            tries.incrementAndGet() == 1
                ? Reply.json(429, "", "Retry-After: 1")
                : Reply.json(200, Samples.group()));
    long start = System.nanoTime();
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void retryAfterIsPassedOnIfThereIsNoTime() {
    StubUpstream.responds(Reply.json(429, "", "Retry-After: 3600"));
    Runnable find = in(Duration.ofMinutes(60)).repeatable().get("find");
    RateLimited limited = catchThrowableOfType(RateLimited.class, find::run);
    assertThat(limited.retryAfter()).contains(Duration.ofHours(1));
    assertThat(StubUpstream.received()).hasSize(1);
  }

  /** PortCalls with a deadline so far from now. */
  private PortCalls in(Duration time) {
    return new PortCalls(storage, new Call(ANN.actor(), Deadline.in(time, nanos::get)));
  }
}
