package io.kpigroups.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
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
final class Edge implements AutoCloseable {
  /** How long a request may take here. */
  static final Duration DEADLINE = Duration.ofSeconds(1_000);

  /** What all bodies may take up here: three large ones. */
  static final long BODIES = 3 * 60_000L;

  /** What time it is in the log. */
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");

  private static final Duration CLOSING_DELAY = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  final VirtualTimers timers = new VirtualTimers();

  /** Every request that came, whatever has become of it. */
  final Mailbox<RoutingContext> come = new Mailbox<>();

  final Observed observed = new Observed();
  final RestSettings settings;
  final Gate gate = new Gate(WebServer.VERTX);
  final Closing closing = new Closing(timers, Optional.of(CLOSING_DELAY));
  final Budget bodies = new Budget(BODIES);
  private final WebServer server;

  Edge(Handler<RoutingContext> behind) {
    this(behind, new RestSettings(DEADLINE, true));
  }

  Edge(Handler<RoutingContext> behind, RestSettings settings) {
    this(behind, settings, filters -> {});
  }

  /** With filters of Quarkus beside ours. */
  Edge(Handler<RoutingContext> behind, RestSettings settings, Consumer<Filters> quarkus) {
    this.settings = settings;
    AccessLog log = new AccessLog(JSON, Clock.fixed(NOON, ZoneOffset.UTC));
    Traffic traffic = new Traffic(observed, log, settings, timers);
    ProblemWriter writer = new ProblemWriter(JSON, timers);
    Ingress ingress =
        new Ingress(writer, settings, gate, traffic, closing, timers, new Bodies(writer, bodies));
    server = new WebServer(router -> assemble(router, ingress, behind, quarkus));
  }

  /** As Quarkus does it. */
  private void assemble(
      Router router, Ingress ingress, Handler<RoutingContext> behind, Consumer<Filters> quarkus) {
    router.route().order(Integer.MIN_VALUE).handler(this::note);
    Filters filters = new Filters();
    quarkus.accept(filters);
    ingress.registerFilter(filters);
    new SecurityHeaders().registerFilter(filters);
    filters
        .getFilters()
        .forEach(
            filter -> router.route().order(-filter.getPriority()).handler(filter.getHandler()));
    ingress.registerErrorHandlers(router);
    router.route().order(1).handler(behind);
  }

  private void note(RoutingContext http) {
    come.add(http);
    http.next();
  }

  Line line() {
    return server.line();
  }

  /** Asks on a connection of its own. */
  Reply ask(String methodAndPath, String... fields) {
    return send(Line.head(methodAndPath, fields));
  }

  /** Sends the text as it is. */
  Reply send(String text) {
    try (Line line = line()) {
      return line.send(text).reply();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
