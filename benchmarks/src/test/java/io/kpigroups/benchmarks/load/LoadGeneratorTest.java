package io.kpigroups.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.benchmarks.server.Refused;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void endsAfterAsManyRequestsAsItMaySend() {
    AtomicInteger arrived = new AtomicInteger();
    try (TestServer server =
            new TestServer(
                request -> {
                  arrived.incrementAndGet();
                  request.response().end("{}");
                });
        LoadGenerator generator = new LoadGenerator(server.port())) {
      LoadResult result = generator.closed(LoadGeneratorTest::get, 100, LONG);

      assertThat(result.requests()).isEqualTo(100);
      assertThat(result.failures()).isZero();
      assertThat(result.latency().getTotalCount()).isEqualTo(100);
      assertThat(arrived).hasValue(100);
    }
  }

  @Test
  void endsAfterItsTime() {
    try (TestServer server = new TestServer(request -> request.response().end());
        LoadGenerator generator = new LoadGenerator(server.port())) {
      LoadResult result =
          generator.closed(LoadGeneratorTest::get, Long.MAX_VALUE, Duration.ofMillis(50));

      assertThat(result.requests()).isPositive();
      assertThat(result.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void tellsAnswersThatAreNotAsTheyShouldBe() {
    AtomicInteger arrived = new AtomicInteger();
    try (TestServer server =
            new TestServer(
                request ->
                    request
                        .response()
                        .setStatusCode(arrived.incrementAndGet() % 4 == 0 ? 500 : 200)
                        .end());
        LoadGenerator generator = new LoadGenerator(server.port())) {
      LoadResult result = generator.closed(LoadGeneratorTest::get, 40, LONG);

      assertThat(result.requests()).isEqualTo(30);
      assertThat(result.failures()).isEqualTo(10);
      assertThat(result.firstFailure()).contains("GET /kpis/groups/0: status 500");
      // Those that failed too: else to fail late would make the latencies better.
      assertThat(result.latency().getTotalCount()).isEqualTo(40);
    }
  }

  @Test
  void countsTheWaitOfEachRequestThatWasDueWhileTheServerStalled() {
    // A server that answers nothing until all connections wait.
    List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
    try (TestServer server =
            new TestServer(
                request -> {
                  held.add(request);
                  if (held.size() == LoadGenerator.CONNECTIONS) {
                    held.forEach(one -> one.response().end());
                  }
                });
        LoadGenerator generator = new LoadGenerator(server.port())) {
      // One each 10 ms: the first waits for the sixteenth, which comes 150 ms later.
      LoadResult result =
          generator.open(
              LoadGeneratorTest::get, 100, Duration.ofMillis(10L * LoadGenerator.CONNECTIONS));

      assertThat(result.requests()).isEqualTo(LoadGenerator.CONNECTIONS);
      // The first waited longest, the one in the middle half as long: none was left out.
      assertThat(result.latency().getMaxValue()).isGreaterThanOrEqualTo(149_000);
      assertThat(result.latency().getValueAtPercentile(50)).isGreaterThanOrEqualTo(69_000);
    }
  }

  @Test
  void tellsWhyThereIsNoFurtherRequest() {
    try (TestServer server = new TestServer(request -> request.response().end());
        LoadGenerator generator = new LoadGenerator(server.port())) {
      assertThatThrownBy(
              () ->
                  generator.closed(
                      n -> {
                        if (n == 20) {
                          throw new Refused("There is nothing new left.");
                        }
                        return get(n);
                      },
                      100,
                      LONG))
          .isInstanceOf(Refused.class)
          .hasMessage("There is nothing new left.");
    }
  }

  private static Call get(long ignored) {
    return new Call("GET", "/kpis/groups/0", "account", "token", null, 200);
  }
}
