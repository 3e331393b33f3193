package io.kpigroups.benchmarks.jmh;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.call.ActorResolver;
import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.call.RateLimiter;
import io.kpigroups.adapter.rest.edge.AdmissionControl;
import io.kpigroups.adapter.rest.http.Timers;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.application.port.Call;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RequestBody;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Requests as they are when Vert.x has read them and their caller is known. */
final class Requests {
  private static final String PATH = "/api/v1/kpis/groups";

  private Requests() {}

  /** A request to the list of groups. */
  static RoutingContext http(String query, String body) {
    MultiMap fields = MultiMap.caseInsensitiveMultiMap().add("Content-Type", "application/json");
    HttpServerRequest request =
        Stub.of(
            HttpServerRequest.class,
            Map.of(
                "headers", none -> fields,
                "path", none -> PATH,
                "uri", none -> PATH + "?" + query,
                "query", none -> query));
    Buffer bytes = Buffer.buffer(body.getBytes(StandardCharsets.UTF_8));
    RequestBody read = Stub.of(RequestBody.class, Map.of("buffer", none -> bytes));
    return Stub.of(RoutingContext.class, Map.of("request", none -> request, "body", none -> read));
  }

  /** Runs operations for this request at once: who calls is known, and there is no queue. */
  static OperationRunner runner(RoutingContext http) {
    return new KnownCaller(http, Samples.call());
  }

  private static final class KnownCaller extends OperationRunner {
    private static final RestSettings SETTINGS = new RestSettings(Duration.ofDays(1), false);

    private final RoutingContext http;
    private final Call call;

    KnownCaller(RoutingContext http, Call call) {
      super(
          new ActorResolver(
              Stub.unused(Authenticator.class), new RateLimiter(new RateLimits(0, 0))),
          SETTINGS,
          new AdmissionControl(SETTINGS, new Timers(Stub.unused(Vertx.class))),
          new CurrentVertxRequest());
      this.http = http;
      this.call = call;
    }

    @Override
    public <T> RestResponse<T> run(Function<ApiRequest, RestResponse<T>> work) {
      return work.apply(new ApiRequest(http, call));
    }
  }
}
