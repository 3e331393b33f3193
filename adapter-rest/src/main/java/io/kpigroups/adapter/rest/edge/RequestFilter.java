package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.FilterPriorities;
import io.kpigroups.adapter.rest.http.ProblemMapper;
import io.kpigroups.adapter.rest.http.Route;
import io.kpigroups.adapter.rest.problem.ExceptionTranslator;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.IntStream;

/**
 * Checks what HTTP itself demands of a request for the API, in the order that the API promises
 * (404, 405, 415, 406, 413), before anybody asks who is calling, and then takes in its body.
 */
@ApplicationScoped
public class RequestFilter {
  private final RequestTracker tracker;
  private final ShutdownGuard shutdown;
  private final AdmissionControl admission;
  private final DeadlineWatch deadline;

  public RequestFilter(
      RequestTracker tracker,
      ShutdownGuard shutdown,
      AdmissionControl admission,
      DeadlineWatch deadline) {
    this.tracker = tracker;
    this.shutdown = shutdown;
    this.admission = admission;
    this.deadline = deadline;
  }

  public void registerFilter(@Observes Filters filters) {
    filters.register(this::check, FilterPriorities.REQUEST_FILTER);
  }

  /** A refusal is thrown, here and by the router; this is where it is answered. */
  public void registerFailureHandlers(@Observes Router router) {
    router
        .route()
        .order(-FilterPriorities.REQUEST_TRACKER)
        .failureHandler(http -> fail(http, http.statusCode()));
    // A request that no route takes does not reach the failure handler of a route.
    IntStream.of(400, 404, 405, 406, 413, 415, 500)
        .forEach(status -> router.errorHandler(status, http -> fail(http, status)));
  }

  private void check(RoutingContext http) {
    ProtocolChecks.checkUrl(http);
    if (!http.request().path().startsWith(Endpoint.BASE)) {
      http.next();
      return;
    }
    Route route =
        Route.of(http.normalizedPath())
            .orElseThrow(() -> new ProblemException(ProblemType.PATH_NOT_FOUND));
    tracker.routed(http, route);
    if (http.request().method() == HttpMethod.OPTIONS) {
      http.response().setStatusCode(204).putHeader("Allow", route.allowed()).end();
      return;
    }
    Endpoint endpoint = ProtocolChecks.check(http, route);
    shutdown.check();
    admission.check();
    deadline.watch(http);
    BodyReader.read(http, endpoint.body().largest());
  }

  private void fail(RoutingContext http, int status) {
    tracker.follow(http);
    Throwable failure = http.failure();
    if (failure instanceof HttpClosedException) {
      return;
    }
    if (!ProtocolChecks.isDecodable(http)) {
      failure = ProtocolChecks.undecodable();
    } else if (failure == null || status < 500) {
      failure = new ProblemException(ExceptionTranslator.typeOf(status));
    }
    ProblemMapper.write(http, failure);
  }
}
