package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Exchange.Phase;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The first thing that a request meets: what HTTP itself demands, in the order that the API
 * promises (404, 405, 415, 406, 413), before anybody asks who is calling. It also sees to it that
 * every request has its answer at the deadline, whatever the rest of the service does.
 */
@ApplicationScoped
class Ingress {
  /** Most bytes of a request body. */
  static final int MAX_BODY = 64 * 1024;

  /**
   * How long a thread that is at work may be late, before it is taken for stuck and answered for.
   * It gave its store less than the deadline, so it is about to answer by itself.
   */
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final int BEFORE_EVERYTHING = 10_000;

  /** So that a browser application can read refusals, and its preflights are answered. */
  private static final int BEHIND_CORS = SecurityHandlerPriorities.CORS - 1;

  private static final String UNDECODABLE =
      "The URL cannot be decoded: behind a percent sign two hexadecimal digits must follow, and they"
          + " must make UTF-8.";

  private static final String ENDING = "The service is about to end; nothing was done.";

  /** The router's own failures, for which no resource is ever asked. */
  private static final Map<Integer, ProblemType> ROUTER_FAILURES =
      Map.of(
          400, ProblemType.INVALID_INPUT,
          404, ProblemType.PATH_NOT_FOUND,
          405, ProblemType.METHOD_NOT_ALLOWED,
          413, ProblemType.BODY_TOO_LARGE,
          415, ProblemType.UNSUPPORTED_MEDIA_TYPE,
          500, ProblemType.INTERNAL_ERROR,
          503, ProblemType.STORAGE_UNAVAILABLE);

  private static final Logger LOG = Logger.getLogger(Ingress.class);

  private final ProblemWriter writer;
  private final RestSettings settings;
  private final Gate gate;
  private final Traffic traffic;
  private final Closing closing;
  private final Timers timers;
  private final Bodies bodies;

  Ingress(
      ProblemWriter writer,
      RestSettings settings,
      Gate gate,
      Traffic traffic,
      Closing closing,
      Timers timers,
      Bodies bodies) {
    this.writer = writer;
    this.settings = settings;
    this.gate = gate;
    this.traffic = traffic;
    this.closing = closing;
    this.timers = timers;
    this.bodies = bodies;
  }

  void registerFilter(@Observes Filters filters) {
    filters.register(traffic::begin, BEFORE_EVERYTHING);
    filters.register(this::receive, BEHIND_CORS);
  }

  void registerErrorHandlers(@Observes Router router) {
    ROUTER_FAILURES.forEach(
        (status, type) -> router.errorHandler(status, http -> writer.write(http, type)));
    router.route().order(-BEFORE_EVERYTHING).failureHandler(this::fail);
  }

  /** Answers what failed outside of every resource, such as a request without a host. */
  private void fail(RoutingContext http) {
    traffic.follow(http);
    ProblemType type = ROUTER_FAILURES.get(http.statusCode());
    if (!HttpDemands.isDecodable(http)) {
      writer.write(http, ApiProblem.of(ProblemType.INVALID_INPUT, UNDECODABLE));
    } else if (type != null && type.status() < 500) {
      writer.write(http, type);
    } else {
      LOG.error("A request failed [traceId=" + Exchange.of(http).traceId() + "]", http.failure());
      writer.write(http, ProblemType.INTERNAL_ERROR);
    }
  }

  private void receive(RoutingContext http) {
    if (!HttpDemands.isDecodable(http)) {
      writer.write(http, ApiProblem.of(ProblemType.INVALID_INPUT, UNDECODABLE));
      return;
    }
    if (!HttpDemands.isPlain(http)) {
      writer.write(http, ProblemType.PATH_NOT_FOUND);
      return;
    }
    if (!http.request().path().startsWith(Routes.BASE)) {
      http.next();
      return;
    }
    Optional<Routes> route = Routes.of(http.normalizedPath());
    if (route.isEmpty()) {
      writer.write(http, ProblemType.PATH_NOT_FOUND);
      return;
    }
    traffic.routed(http, route.get());
    if (HttpDemands.isOptions(http)) {
      http.response().setStatusCode(204).putHeader("Allow", route.get().allowed()).end();
      return;
    }
    Optional<ApiProblem> refusal = HttpDemands.check(http, route.get());
    if (refusal.isPresent()) {
      writer.write(http, refusal.get());
      return;
    }
    if (closing.isClosed()) {
      http.response().putHeader("Connection", "close");
      writer.write(http, ApiProblem.of(ProblemType.STORAGE_UNAVAILABLE, ENDING));
      return;
    }
    after(settings.deadline(), http, this::answerLate);
    bodies.receive(http, gate::enter);
  }

  private void after(Duration time, RoutingContext http, Consumer<RoutingContext> then) {
    Runnable cancel = timers.after(time, () -> then.accept(http));
    http.addEndHandler(ended -> cancel.run());
  }

  private void answerLate(RoutingContext http) {
    Exchange exchange = Exchange.of(http);
    if (exchange.advance(Phase.RECEIVING, Phase.GIVEN_UP)) {
      writer.write(http, ProblemType.REQUEST_TIMEOUT);
    } else if (exchange.advance(Phase.WAITING, Phase.GIVEN_UP)) {
      writer.write(http, ProblemType.STORAGE_UNAVAILABLE);
    } else {
      after(GRACE, http, this::answerForAStuckThread);
    }
  }

  private void answerForAStuckThread(RoutingContext http) {
    Exchange exchange = Exchange.of(http);
    if (exchange.advance(Phase.WORKING, Phase.STUCK)) {
      writer.write(
          http,
          exchange.mayHaveChanged()
              ? ProblemType.OUTCOME_UNKNOWN
              : ProblemType.STORAGE_UNAVAILABLE);
    }
  }
}
