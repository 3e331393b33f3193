package io.kpigroups.adapter.rest.support;

import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.edge.AdmissionControl;
import io.kpigroups.adapter.rest.edge.DeadlineWatch;
import io.kpigroups.adapter.rest.edge.RequestFilter;
import io.kpigroups.adapter.rest.edge.RequestTracker;
import io.kpigroups.adapter.rest.edge.ShutdownGuard;
import io.kpigroups.adapter.rest.http.SecurityHeaders;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that meets a request before Quarkus REST, in a real HTTP server, at a time of the test's own;
 * behind it there is what a test puts there.
 */
public final class Edge implements AutoCloseable {
  /** How long a request may take here. */
  public static final Duration DEADLINE = Duration.ofSeconds(1_000);

  /** What time it is in the log. */
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");

  private static final Duration SHUTDOWN_DELAY = Duration.ofSeconds(10);

  public final VirtualTimers timers = new VirtualTimers();

  /** Every request that came, whatever has become of it. */
  public final Mailbox<RoutingContext> come = new Mailbox<>();

  public final Observed observed = new Observed();
  public final RestSettings settings;
  public final AdmissionControl admission;
  public final ShutdownGuard shutdown = new ShutdownGuard(timers, Optional.of(SHUTDOWN_DELAY));
  private final WebServer server;

  public Edge(Handler<RoutingContext> behind) {
    this(behind, new RestSettings(DEADLINE, true));
  }

  public Edge(Handler<RoutingContext> behind, RestSettings settings) {
    this(behind, settings, filters -> {});
  }

  /** With filters of Quarkus beside ours. */
  public Edge(Handler<RoutingContext> behind, RestSettings settings, Consumer<Filters> quarkus) {
    this.settings = settings;
    admission = new AdmissionControl(settings, timers);
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    RequestTracker tracker = new RequestTracker(observed, clock, settings, timers);
    RequestFilter filter =
        new RequestFilter(tracker, shutdown, admission, new DeadlineWatch(settings, timers));
    server = new WebServer(router -> assemble(router, tracker, filter, behind, quarkus));
  }

  /** As Quarkus does it. */
  private void assemble(
      Router router,
      RequestTracker tracker,
      RequestFilter filter,
      Handler<RoutingContext> behind,
      Consumer<Filters> quarkus) {
    router.route().order(Integer.MIN_VALUE).handler(this::note);
    Filters filters = new Filters();
    quarkus.accept(filters);
    new SecurityHeaders().registerFilter(filters);
    tracker.registerFilter(filters);
    filter.registerFilter(filters);
    admission.registerFilter(filters);
    filters
        .getFilters()
        .forEach(next -> router.route().order(-next.getPriority()).handler(next.getHandler()));
    filter.registerFailureHandlers(router);
    router.route().order(1).handler(behind);
  }

  private void note(RoutingContext http) {
    come.add(http);
    http.next();
  }

  public Line line() {
    return server.line();
  }

  /** Asks on a connection of its own. */
  public Reply ask(String methodAndPath, String... fields) {
    return send(Line.head(methodAndPath, fields));
  }

  /** Sends the text as it is. */
  public Reply send(String text) {
    try (Line line = line()) {
      return line.send(text).reply();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
