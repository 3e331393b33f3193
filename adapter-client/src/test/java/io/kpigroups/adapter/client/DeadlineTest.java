package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.OutcomeUnknown;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RateLimited;
import io.kpigroups.domain.StorageUnavailable;
import io.kpigroups.domain.UpstreamFailure;
import io.kpigroups.domain.UpstreamTooSlow;
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
 * What becomes of calls for which there is little time. Deadlines go by a clock that only the test
 * puts on, so that how slow the machine is makes no difference.
 */
@QuarkusTest
@WithTestResource(StubUpstream.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final AtomicLong nanos = new AtomicLong();
  private final KpiGroupStorage storage;
  private final Calls calls;

  DeadlineTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
    this.calls = new Calls(storage);
  }

  @Test
  void anUpstreamThatHangsIsTooSlowAndLeavesAChangeUnknown() {
    StubUpstream.follows(asked -> StubUpstream.hang());
    for (Runnable call : calls.repeatable().values()) {
      assertThatThrownBy(() -> in(SHORT, call)).isInstanceOf(UpstreamTooSlow.class);
    }
    for (Runnable call : calls.once().values()) {
      assertThatThrownBy(() -> in(SHORT, call)).isInstanceOf(OutcomeUnknown.class);
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
    assertThatThrownBy(() -> in(SHORT, calls.repeatable().get("find")))
        .isInstanceOf(UpstreamTooSlow.class);
  }

  @Test
  void theTimeThatIsOverIsNotUsed() {
    StubUpstream.answers(Reply.json(200, Samples.group()));
    for (Runnable call : List.of(calls.repeatable().get("find"), calls.once().get("delete"))) {
      assertThatThrownBy(() -> in(Duration.ZERO, call)).isInstanceOf(StorageUnavailable.class);
    }
    assertThat(StubUpstream.asked()).isEmpty();
  }

  @Test
  void aCallIsNotRepeatedForWhichThereIsNoTime() {
    StubUpstream.follows(
        asked -> {
          nanos.set(LONG.minusMillis(149).toNanos());
          return Reply.json(503, "");
        });
    assertThatThrownBy(() -> in(LONG, calls.repeatable().get("find")))
        .isInstanceOf(UpstreamFailure.class);
    assertThat(StubUpstream.asked()).hasSize(1);
  }

  @Test
  void allCallsForAListHaveOneDeadlineTogether() {
    StubUpstream.follows(
        asked -> {
          nanos.addAndGet(Duration.ofMinutes(6).toNanos());
          String id = "%024x".formatted(StubUpstream.asked().size());
          String group = Samples.group(id, "Sales", "2026-01-02T03:04:05Z");
          return Reply.json(200, Samples.list(90_000, group));
        });
    GroupQuery all = GroupQuery.of(PageRange.first(1_000));
    assertThatThrownBy(() -> in(LONG, () -> storage.groups().list(ANN, all)))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(StubUpstream.asked()).hasSize(2);
  }

  @Test
  void aRequestToComeBackLaterIsHonouredWhereThereIsTime() {
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
  void aRequestToComeBackLaterIsPassedOnWhereThereIsNoTime() {
    StubUpstream.answers(Reply.json(429, "", "Retry-After: 3600"));
    Runnable find = calls.repeatable().get("find");
    RateLimited limited =
        catchThrowableOfType(RateLimited.class, () -> in(Duration.ofMinutes(60), find));
    assertThat(limited.retryAfter()).contains(Duration.ofHours(1));
    assertThat(StubUpstream.asked()).hasSize(1);
  }

  private void in(Duration time, Runnable call) {
    Deadline.within(
        time,
        nanos::get,
        () -> {
          call.run();
          return "done";
        });
  }
}
