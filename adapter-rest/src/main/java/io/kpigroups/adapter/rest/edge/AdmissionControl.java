package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.RequestObserver;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.http.FilterPriorities;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.http.Timers;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps worker threads free for what needs no store: the documents, health, the purge.
 *
 * <p>If a store hangs, every request for it holds its thread up to the deadline. Requests above a
 * number wait without a thread, first come first served, until there is no time left for the store.
 * Whoever would wait in vain is refused when it comes. See docs/adr/0023.
 */
@ApplicationScoped
public class AdmissionControl {
  /** Fewer than the worker threads of Quarkus, of which there are at least 200 by default. */
  private static final int MAX_WORKING = 150;

  /** How many requests, about, the mean of the time that they hold a thread looks back on. */
  private static final int MEMORY = 64;

  /** Of the store's time, the part that a request may wait for in a queue that does not end. */
  private static final int PART_IN_OVERLOAD = 10;

  private static final Set<Phase> HOLDING_A_THREAD = EnumSet.of(Phase.WORKING, Phase.STUCK);

  /** With the time at which they were let in. */
  private final Map<RequestContext, Long> working = Collections.synchronizedMap(new HashMap<>());

  private final Map<RequestContext, Runnable> waiting =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private final Timers timers;
  private final long storeTime;

  private double meanHeld;
  private int starting;
  private long lastMove;
  private long waitingSince;

  public AdmissionControl(RestSettings settings, Timers timers) {
    this.timers = timers;
    this.storeTime = settings.storeTime().toNanos();
  }

  public void registerFilter(@Observes Filters filters) {
    filters.register(this::enter, FilterPriorities.ADMISSION_CONTROL);
  }

  void introduce(@Observes StartupEvent event, RequestObserver observer) {
    observer.admission(working::size, waiting::size);
  }

  /**
   * Refuses a request that would wait in vain, before anything is done for it.
   *
   * <p>By Little's law a place becomes free as often as the mean of the time for which they are
   * held, divided by their number. What is let in must also be done in its time.
   */
  synchronized void check() {
    if (waiting.isEmpty()) {
      return;
    }
    long now = timers.nanoTime();
    // If all have begun and nobody has left for longer than that, places are held for longer now.
    // Those that have not begun wait for an event loop which reads requests, not for the store.
    double held = Math.max(meanHeld, starting > 0 ? 0.0 : (double) (now - lastMove));
    double wait = held * (waiting.size() + 1) / MAX_WORKING;
    // A burst that can be answered is over by then. In an overload that lasts, a long queue would
    // only make everybody wait.
    boolean lasts = now - waitingSince >= storeTime;
    if (wait + held > storeTime || (lasts && wait > (double) storeTime / PART_IN_OVERLOAD)) {
      throw new ProblemException(
          ProblemType.STORAGE_UNAVAILABLE,
          "More requests wait than can be answered in time; nothing was done. Try again.");
    }
  }

  /** Lets a request for the API go on, now or when another one has left. */
  private void enter(RoutingContext http) {
    RequestContext request = RequestContext.of(http);
    if (request.route().isEmpty()) {
      http.next();
      return;
    }
    // Others may have come while its body did.
    check();
    if (request.advance(Phase.RECEIVING, Phase.WAITING)) {
      http.addEndHandler(ended -> end(request));
      Context context = http.vertx().getOrCreateContext();
      queue(
          request,
          () ->
              context.runOnContext(
                  turn -> {
                    begin();
                    http.next();
                  }));
    }
  }

  private synchronized void begin() {
    starting--;
    lastMove = timers.nanoTime();
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
    Long since = working.remove(request);
    if (since != null) {
      lastMove = timers.nanoTime();
      meanHeld += (lastMove - since - meanHeld) / MEMORY;
    }
    if (working.isEmpty()) {
      // What was slow once says nothing of what comes after a rest.
      meanHeld = 0;
    }
    admit();
  }

  private synchronized void queue(RequestContext request, Runnable goOn) {
    if (waiting.isEmpty()) {
      waitingSince = timers.nanoTime();
    }
    waiting.put(request, goOn);
    admit();
  }

  private void admit() {
    while (working.size() < MAX_WORKING && !waiting.isEmpty()) {
      Map.Entry<RequestContext, Runnable> first = waiting.entrySet().iterator().next();
      waiting.remove(first.getKey());
      // Otherwise the store would refuse it; DeadlineWatch is about to answer.
      if (first.getKey().age().toNanos() < storeTime) {
        lastMove = timers.nanoTime();
        working.put(first.getKey(), lastMove);
        starting++;
        first.getValue().run();
      }
    }
  }
}
