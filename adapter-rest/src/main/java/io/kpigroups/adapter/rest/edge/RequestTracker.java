package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.RequestObserver;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.FilterPriorities;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.Route;
import io.kpigroups.adapter.rest.http.Timers;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.AsyncResult;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Follows each request to its end, and reports it then: to the observer and to the access log. */
@ApplicationScoped
public class RequestTracker {
  private static final Logger ACCESS_LOG = Logger.getLogger("kpigroups.access");

  /** The status that nginx logs if the client closed the connection before it was answered. */
  private static final int CLIENT_GONE = 499;

  private final RequestObserver observer;
  private final Clock clock;
  private final RestSettings settings;
  private final Timers timers;

  public RequestTracker(
      RequestObserver observer, Clock clock, RestSettings settings, Timers timers) {
    this.observer = observer;
    this.clock = clock;
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
    observer.ended(request.endpoint().map(Endpoint::operation), status, request.age());
    if (settings.accessLog()) {
      log(http.request().method().name(), status, request);
    }
  }

  /**
   * Writes one line of JSON, without what is not known of the request. What came from outside
   * stands in JSON strings only, so that nobody can forge a line. Path, query and header fields are
   * not in it.
   */
  private void log(String method, int status, RequestContext request) {
    JsonObject line = new JsonObject();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("method", method);
    request.route().map(Route::path).ifPresent(route -> line.put("route", route));
    line.put("status", status);
    line.put("durationMs", request.age().toNanos() / 1_000 / 1_000.0);
    request.account().map(AccountId::value).ifPresent(account -> line.put("account", account));
    request.user().map(UserId::value).ifPresent(user -> line.put("user", user));
    line.put("traceId", request.traceId());
    ACCESS_LOG.info(line.encode());
  }
}
