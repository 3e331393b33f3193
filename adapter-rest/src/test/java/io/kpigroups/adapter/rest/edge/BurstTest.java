package io.kpigroups.adapter.rest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.support.Behind;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Edge;
import io.kpigroups.adapter.rest.support.Line;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many more requests at once than have a place, each with a thread when it has one. */
class BurstTest {
  private static final int PLACES = 150;
  private static final int CALLERS = 300;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch frozen = new CountDownLatch(1);
  private final Edge edge = new Edge(this::serve);
  private final List<Line> lines = Stream.generate(edge::line).limit(CALLERS).toList();

  @AfterEach
  void close() {
    frozen.countDown();
    lines.forEach(Line::close);
    edge.close();
    threads.shutdown();
  }

  @Test
  void aStoreThatHangsIsAskedNothingForThoseWhoHadNoTurnAndAllOthersAreAnsweredBefore() {
    askAll();
    await().atMost(Duration.ofMinutes(2)).until(() -> asked.get() == PLACES);
    edge.timers.awaitGiven(CALLERS);
    edge.timers.advance(edge.settings.storeTime());
    for (int i = PLACES; i < CALLERS; i++) {
      assertThat(edge.observed.nextEnd().status()).isEqualTo(503);
    }
    frozen.countDown();

    assertThat(statuses()).filteredOn(status -> status == 200).hasSize(PLACES);
    assertThat(asked).as("nothing is done for who was answered").hasValue(PLACES);
  }

  @Test
  void aStoreThatAnswersServesThemAll() {
    frozen.countDown();
    askAll();

    assertThat(statuses()).hasSize(CALLERS).containsOnly(200);
    assertThat(asked).hasValue(CALLERS);
  }

  private void askAll() {
    String get =
        Line.head("GET /api/v1/kpis", "gtmhub-accountId: a1", "Authorization: Bearer token");
    lines.forEach(line -> line.send(get));
  }

  private List<Integer> statuses() {
    return lines.stream().map(line -> line.reply().status()).toList();
  }

  private void serve(RoutingContext http) {
    OperationRunner api =
        Calls.api(edge, http, (token, deadline) -> Calls.ANN, new RateLimits(0, 0));
    threads.execute(() -> Behind.answer(http, api.run(this::work).getStatus()));
  }

  private RestResponse<Void> work(ApiRequest request) {
    asked.incrementAndGet();
    try {
      frozen.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return RestResponse.ok();
  }
}
