package io.kpigroups.adapter.rest;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sees to it that nothing is done at the end that could not be answered any more.
 *
 * <p>Quarkus waits until no request is at work and then closes the server. A request that comes in
 * between would be done, and its answer lost with the connection. From that moment on requests are
 * refused before anything is done for them, and those that came just before are waited for.
 */
@ApplicationScoped
class Closing {
  private static final Logger LOG = Logger.getLogger(Closing.class);

  private final RestSettings settings;
  private int present;
  private boolean closed;

  Closing(RestSettings settings) {
    this.settings = settings;
  }

  /** Lets the request in, and counts it until it has ended; or does not, because it is too late. */
  synchronized boolean letIn(RoutingContext http) {
    if (closed) {
      return false;
    }
    present++;
    http.addEndHandler(ended -> leave());
    return true;
  }

  private synchronized void leave() {
    present--;
    notifyAll();
  }

  synchronized void close(@Observes ShutdownEvent event) throws InterruptedException {
    closed = true;
    long end = System.nanoTime() + settings.deadline().toNanos();
    while (present > 0 && System.nanoTime() < end) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
    }
    if (present > 0) {
      LOG.warnf("%d requests are cut off: they are not done at the deadline.", present);
    }
  }
}
