package io.kpigroups.adapter.rest;

import io.vertx.core.AsyncResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Follows each request to its end, and tells of it there: to the observer and to the log. */
@ApplicationScoped
class Traffic {
  /** As nginx counts a client that went away before it had its answer. */
  private static final int CLIENT_GONE = 499;

  private final RequestObserver observer;
  private final AccessLog log;
  private final RestSettings settings;
  private final Timers timers;

  Traffic(RequestObserver observer, AccessLog log, RestSettings settings, Timers timers) {
    this.observer = observer;
    this.log = log;
    this.settings = settings;
    this.timers = timers;
  }

  /** Begins to follow the request, and lets it go on. */
  void begin(RoutingContext http) {
    follow(http);
    http.next();
  }

  /** Begins to follow the request, unless it is followed already. */
  void follow(RoutingContext http) {
    if (!Exchange.isBegun(http)) {
      Exchange exchange = Exchange.begin(http, observer.traceId(), timers::nanoTime);
      http.addEndHandler(end -> tell(http, exchange, end));
    }
  }

  /** Notes which route the request takes. */
  void routed(RoutingContext http, Routes route) {
    Exchange.of(http).takes(route);
    observer.routed(route.path());
  }

  private void tell(RoutingContext http, Exchange exchange, AsyncResult<Void> end) {
    int status = end.succeeded() ? http.response().getStatusCode() : CLIENT_GONE;
    String method = http.request().method().name();
    observer.ended(
        exchange.route().flatMap(route -> route.operation(method)), status, exchange.age());
    if (settings.accessLog()) {
      log.write(method, status, exchange);
    }
  }
}
