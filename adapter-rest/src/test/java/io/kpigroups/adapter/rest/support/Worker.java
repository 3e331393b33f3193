package io.kpigroups.adapter.rest.support;

import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.call.ActorResolver;
import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.application.port.in.Operation;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jboss.resteasy.reactive.RestResponse;

/** A thread that is in the middle of an operation, until a test has it finish. */
public final class Worker {
  private final RoutingContext http;
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final CompletableFuture<RestResponse<Void>> answer;

  public Worker(Edge edge, RoutingContext http, Operation operation) {
    this.http = http;
    http.request().headers().set(ActorResolver.ACCOUNT_HEADER, "a1");
    OperationRunner api =
        Calls.api(edge, http, (token, deadline) -> Calls.ANN, new RateLimits(0, 0));
    Calls.asks(http, operation);
    http.request().headers().set("Authorization", "Bearer t");
    answer =
        CompletableFuture.supplyAsync(
            () -> api.run(this::work), task -> new Thread(task, "worker").start());
    await(inside);
  }

  public RoutingContext http() {
    return http;
  }

  /** Has it finish, and answers what it answers. */
  public RestResponse<Void> finish() {
    end.countDown();
    return answer.join();
  }

  private RestResponse<Void> work(ApiRequest request) {
    inside.countDown();
    await(end);
    return RestResponse.ok();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
