package io.kpigroups.adapter.rest;

import io.kpigroups.application.port.in.Operation;
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
final class Calls {
  /** Every request is of this user, in this account, who may do everything. */
  static final Caller.Verified ANN =
      new Caller.Verified(
          Optional.of(new UserId("ann")), Set.of(new AccountId("a1")), Set.of(Permission.MANAGE));

  private final List<String> made = new CopyOnWriteArrayList<>();
  private final Edge edge;

  Calls(Edge edge) {
    this.edge = edge;
  }

  <T> RestResponse<T> serve(
      RoutingContext http, Operation operation, Function<ApiRequest, RestResponse<T>> work) {
    Authenticator authenticator =
        (token, deadline) -> {
          made.add("authenticate");
          return ANN;
        };
    return api(edge, http, authenticator, new RateLimits(0, 0)).serve(operation, work);
  }

  /** Work that does nothing. */
  RestResponse<Void> work(ApiRequest request) {
    made.add("work");
    return RestResponse.ok();
  }

  List<String> made() {
    return made;
  }

  /** What serves this request. */
  static Api api(Edge edge, RoutingContext http, Authenticator authenticator, RateLimits limits) {
    return new Api(
        new Actors(authenticator),
        edge.settings,
        edge.gate,
        new CurrentVertxRequest().setCurrent(http),
        new RateLimiter(limits, edge.timers));
  }
}
