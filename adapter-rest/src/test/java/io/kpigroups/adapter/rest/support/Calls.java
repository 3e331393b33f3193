package io.kpigroups.adapter.rest.support;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.call.ActorResolver;
import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.call.RateLimiter;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.Route;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves requests that came through an edge, and notes what is called for them, in order. */
public final class Calls {
  /** Every request is of this user, in this account, who may do everything. */
  public static final Caller.Verified ANN =
      new Caller.Verified(
          Optional.of(new UserId("ann")), Set.of(new AccountId("a1")), Set.of(Permission.MANAGE));

  private final List<String> made = new CopyOnWriteArrayList<>();
  private final Edge edge;

  public Calls(Edge edge) {
    this.edge = edge;
  }

  public <T> RestResponse<T> serve(
      RoutingContext http, Operation operation, Function<ApiRequest, RestResponse<T>> work) {
    Authenticator authenticator =
        (token, deadline) -> {
          made.add("authenticate");
          return ANN;
        };
    asks(http, operation);
    http.request().headers().set("Authorization", "Bearer t");
    return api(edge, http, authenticator, new RateLimits(0, 0)).run(work);
  }

  /** Work that does nothing. */
  public RestResponse<Void> work(ApiRequest request) {
    made.add("work");
    return RestResponse.ok();
  }

  public List<String> made() {
    return made;
  }

  /** Has the request ask for this operation, whatever its path. */
  public static void asks(RoutingContext http, Operation operation) {
    Endpoint endpoint = Endpoint.valueOf(operation.name());
    RequestContext.of(http).setRoute(Route.of(endpoint.path()).orElseThrow(), endpoint.method());
  }

  /** On whose behalf the request asks for this operation, whatever its path. */
  public static Actor actors(
      Authenticator authenticator, RoutingContext http, Operation operation) {
    asks(http, operation);
    RateLimiter limiter = new RateLimiter(new RateLimits(0, 0), new VirtualTimers());
    return new ActorResolver(authenticator, limiter).resolve(http, Reading.ANN.deadline());
  }

  /** What serves this request. */
  public static OperationRunner api(
      Edge edge, RoutingContext http, Authenticator authenticator, RateLimits limits) {
    return new OperationRunner(
        new ActorResolver(authenticator, new RateLimiter(limits, edge.timers)),
        edge.settings,
        edge.admission,
        new CurrentVertxRequest().setCurrent(http));
  }
}
