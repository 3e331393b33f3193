package io.kpigroups.adapter.rest;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps worker threads free for what needs no store: the documents, health, the purge.
 *
 * <p>Where a store hangs, every request for it holds its thread up to the deadline. Requests above
 * a number wait without a thread, first come first served, and are given up at the same deadline.
 */
@ApplicationScoped
class Gate {
  /** Below the number of worker threads that Quarkus has unless told otherwise: 200 or more. */
  private static final int MOST = 150;

  private final Vertx vertx;
  private final Set<Exchange> inside = new HashSet<>();
  private final Map<Exchange, Runnable> waiting = new LinkedHashMap<>();

  Gate(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Lets the request go on, now or when another one has left. */
  void enter(RoutingContext http) {
    Exchange exchange = Exchange.of(http);
    http.addEndHandler(
        ended -> {
          // The thread of a request that ends before its work does is not free yet.
          if (!exchange.holdsThread()) {
            leave(exchange);
          }
        });
    Context context = vertx.getOrCreateContext();
    if (admit(exchange, () -> context.runOnContext(turn -> http.next()))) {
      http.next();
    }
  }

  /** Makes room for another request; may be repeated. */
  synchronized void leave(Exchange exchange) {
    waiting.remove(exchange);
    Iterator<Map.Entry<Exchange, Runnable>> queue = waiting.entrySet().iterator();
    if (inside.remove(exchange) && queue.hasNext()) {
      Map.Entry<Exchange, Runnable> next = queue.next();
      queue.remove();
      inside.add(next.getKey());
      next.getValue().run();
    }
  }

  /** How many requests hold a thread. */
  synchronized int working() {
    return inside.size();
  }

  /** How many wait for one. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized boolean admit(Exchange exchange, Runnable later) {
    if (inside.size() < MOST) {
      return inside.add(exchange);
    }
    waiting.put(exchange, later);
    return false;
  }
}
