package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.RequestObserver;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.http.FilterPriorities;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps worker threads free for what needs no store: the documents, health, the purge.
 *
 * <p>If a store hangs, every request for it holds its thread up to the deadline. Requests above a
 * number wait without a thread, first come first served, until there is no time left for the store.
 */
@ApplicationScoped
public class AdmissionControl {
  /** Fewer than the worker threads of Quarkus, of which there are at least 200 by default. */
  private static final int MAX_WORKING = 150;

  private static final Set<Phase> HOLDING_A_THREAD = EnumSet.of(Phase.WORKING, Phase.STUCK);

  private final Set<RequestContext> working = Collections.synchronizedSet(new HashSet<>());
  private final Map<RequestContext, Runnable> waiting =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private final long storeTime;

  public AdmissionControl(RestSettings settings) {
    this.storeTime = settings.storeTime().toNanos();
  }

  public void registerFilter(@Observes Filters filters) {
    filters.register(this::enter, FilterPriorities.ADMISSION_CONTROL);
  }

  void introduce(@Observes StartupEvent event, RequestObserver observer) {
    observer.admission(working::size, waiting::size);
  }

  /** Lets a request for the API go on, now or when another one has left. */
  private void enter(RoutingContext http) {
    RequestContext request = RequestContext.of(http);
    if (request.route().isEmpty()) {
      http.next();
    } else if (request.advance(Phase.RECEIVING, Phase.WAITING)) {
      http.addEndHandler(ended -> end(request));
      Context context = http.vertx().getOrCreateContext();
      queue(request, () -> context.runOnContext(turn -> http.next()));
    }
  }

  private void end(RequestContext request) {
    // Nobody waits for it any more: a thread that takes it later must not begin.
    request.advance(Phase.WAITING, Phase.GIVEN_UP);
    // If the client is gone but the work still runs, the thread is still in use.
    if (!HOLDING_A_THREAD.contains(request.phase())) {
      leave(request);
    }
  }

  /** Makes room for another request; may be repeated. */
  public synchronized void leave(RequestContext request) {
    waiting.remove(request);
    working.remove(request);
    admit();
  }

  private synchronized void queue(RequestContext request, Runnable goOn) {
    waiting.put(request, goOn);
    admit();
  }

  private void admit() {
    while (working.size() < MAX_WORKING && !waiting.isEmpty()) {
      Map.Entry<RequestContext, Runnable> first = waiting.entrySet().iterator().next();
      waiting.remove(first.getKey());
      // Otherwise the store would refuse it; DeadlineWatch is about to answer.
      if (first.getKey().age().toNanos() < storeTime) {
        working.add(first.getKey());
        first.getValue().run();
      }
    }
  }
}
