package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Exchange.Phase;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.InvalidInput;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What every operation does before its own work: see to the deadline, and find out who calls, but
 * not too often (429).
 */
@ApplicationScoped
class Api {
  private final Actors actors;
  private final RestSettings settings;
  private final Gate gate;
  private final CurrentVertxRequest current;
  private final RateLimiter limiter;

  Api(
      Actors actors,
      RestSettings settings,
      Gate gate,
      CurrentVertxRequest current,
      RateLimiter limiter) {
    this.limiter = limiter;
    this.actors = actors;
    this.settings = settings;
    this.gate = gate;
    this.current = current;
  }

  /** Does the work of an operation for the caller, within what is left of the deadline. */
  <T> RestResponse<T> serve(Operation operation, Function<ApiRequest, RestResponse<T>> work) {
    RoutingContext http = current.getCurrent();
    Exchange exchange = Exchange.of(http);
    try {
      exchange.startsWorking(operation);
      if (!exchange.advance(Phase.WAITING, Phase.WORKING)) {
        throw ApiProblem.of(ProblemType.STORAGE_UNAVAILABLE, "The request was given up.");
      }
      // The store gets a little less than the caller waits, so that its answer is still in time.
      Deadline deadline = exchange.deadline(settings.deadline().multipliedBy(9).dividedBy(10));
      Actor actor = limiter.admit(http, () -> actors.of(http, operation, deadline));
      return work(new ApiRequest(http, operation, new Call(actor, deadline)), work);
    } finally {
      exchange.advance(Phase.WORKING, Phase.ANSWERING);
      gate.leave(exchange);
    }
  }

  private static <T> RestResponse<T> work(
      ApiRequest request, Function<ApiRequest, RestResponse<T>> work) {
    try {
      return work.apply(request);
    } catch (InvalidInput e) {
      throw Actors.explain(e, request.call().actor());
    }
  }
}
