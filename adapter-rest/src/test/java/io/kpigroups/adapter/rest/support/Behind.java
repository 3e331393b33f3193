package io.kpigroups.adapter.rest.support;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * What is behind the edge: it does nothing with the requests that come, but hand them to a test.
 */
public final class Behind implements Handler<RoutingContext> {
  private final Mailbox<RoutingContext> come = new Mailbox<>();

  @Override
  public void handle(RoutingContext http) {
    come.add(http);
  }

  /** The next request that came through, once it has. */
  public RoutingContext next() {
    return come.take();
  }

  /** Whether nothing came through that was not taken. */
  public boolean isIdle() {
    return come.isEmpty();
  }

  /** Answers with this status and no content. */
  public static void answer(RoutingContext http, int status) {
    http.vertx().runOnContext(turn -> http.response().setStatusCode(status).end());
  }
}
