package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Exchange.Phase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * Takes in the bodies of requests. That happens before anybody asks who calls, on any number of
 * connections, so what all bodies take up together is bounded: a request that would need more is
 * refused. The first bytes of each are not counted, so that requests of the usual size go on even
 * while somebody takes up the rest.
 */
@ApplicationScoped
class Bodies {
  /** What every body may have: more than a name in JSON needs. */
  static final int SMALL = 1024;

  /** 512 of the largest bodies at the same time. */
  private static final long MOST = 512L * Ingress.MAX_BODY;

  private static final String CROWDED =
      "The bodies of too many requests are on their way; nothing was done. Try again.";

  private final ProblemWriter writer;
  private final Budget budget;

  @Inject
  Bodies(ProblemWriter writer) {
    this(writer, new Budget(MOST));
  }

  Bodies(ProblemWriter writer, Budget budget) {
    this.writer = writer;
    this.budget = budget;
  }

  /** Takes in the body of this request, and then lets it go on. */
  void receive(RoutingContext http, Consumer<RoutingContext> then) {
    HttpServerRequest request = http.request();
    Exchange exchange = Exchange.of(http);
    http.addEndHandler(
        ended -> {
          exchange.advance(Phase.RECEIVING, Phase.GIVEN_UP);
          budget.giveBack(counted(exchange.body().length()));
        });
    request.handler(chunk -> take(http, exchange, chunk));
    request.endHandler(
        end -> {
          if (exchange.advance(Phase.RECEIVING, Phase.WAITING)) {
            then.accept(http);
          }
        });
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
  }

  private void take(RoutingContext http, Exchange exchange, Buffer chunk) {
    if (exchange.phase() != Phase.RECEIVING) {
      return;
    }
    int length = exchange.body().length() + chunk.length();
    if (length > Ingress.MAX_BODY) {
      if (exchange.advance(Phase.RECEIVING, Phase.GIVEN_UP)) {
        writer.write(http, ProblemType.BODY_TOO_LARGE);
      }
    } else if (budget.take(counted(length) - counted(exchange.body().length()))) {
      exchange.body().appendBuffer(chunk);
    } else if (exchange.advance(Phase.RECEIVING, Phase.GIVEN_UP)) {
      http.response().putHeader("Connection", "close");
      writer.write(http, ApiProblem.of(ProblemType.STORAGE_UNAVAILABLE, CROWDED));
    }
  }

  private static int counted(int length) {
    return Math.max(0, length - SMALL);
  }
}
