package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.RequestObserver;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.FilterPriorities;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.Route;
import io.kpigroups.adapter.rest.http.Timers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Follows each request to its end, and reports it then: to the observer and to the access log. */
@ApplicationScoped
public class RequestTracker {
  /** The status, known from nginx, for a client that closed before it had its answer. */
  private static final int CLIENT_GONE = 499;

  private final RequestObserver observer;
  private final AccessLog log;
  private final RestSettings settings;
  private final Timers timers;

  public RequestTracker(
      RequestObserver observer, AccessLog log, RestSettings settings, Timers timers) {
    this.observer = observer;
    this.log = log;
    this.settings = settings;
    this.timers = timers;
  }

  public void registerFilter(@Observes Filters filters) {
    filters.register(
        http -> {
          follow(http);
          http.next();
        },
        FilterPriorities.REQUEST_TRACKER);
  }

  /** Begins to follow the request, unless it is followed already. */
  void follow(RoutingContext http) {
    if (!RequestContext.isBegun(http)) {
      RequestContext request = RequestContext.begin(http, observer.traceId(), timers::nanoTime);
      http.addEndHandler(end -> report(http, request, end));
    }
  }

  /** Notes which route the request takes. */
  void routed(RoutingContext http, Route route) {
    RequestContext.of(http).setRoute(route, http.request().method().name());
    observer.routed(route.path());
  }

  private void report(RoutingContext http, RequestContext request, AsyncResult<Void> end) {
    int status = end.succeeded() ? http.response().getStatusCode() : CLIENT_GONE;
    String method = http.request().method().name();
    observer.ended(request.endpoint().map(Endpoint::operation), status, request.age());
    if (settings.accessLog()) {
      log.write(method, status, request);
    }
  }
}
