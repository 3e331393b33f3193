package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.ProblemMapper;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.http.Timers;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers every request at its deadline, or shortly after, whatever the rest of the service does.
 * Those that no thread has taken while there was time for the store are answered before: they may
 * be thousands.
 */
@ApplicationScoped
public class DeadlineWatch {
  /**
   * How long a thread that is at work may be late, before it is taken for stuck. The store's
   * deadline is shorter, so the thread should answer soon by itself.
   */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** The least that a timer can wait. */
  private static final Duration SOON = Duration.ofMillis(1);

  /** Operations that must not be repeated blindly once they were begun. */
  private static final Set<Endpoint> NOT_REPEATABLE =
      EnumSet.of(Endpoint.CREATE_GROUP, Endpoint.RENAME_GROUP, Endpoint.DELETE_GROUP);

  private final Duration storeTime;
  private final Duration deadline;
  private final Duration patience;
  private final Timers timers;

  public DeadlineWatch(RestSettings settings, Timers timers) {
    this.storeTime = settings.storeTime();
    this.deadline = settings.deadline();
    this.patience = deadline.plus(GRACE);
    this.timers = timers;
  }

  void watch(RoutingContext http) {
    at(storeTime, http, this::giveUp);
  }

  /** Counted from the arrival, so that a timer that was late makes no other one late. */
  private void at(Duration age, RoutingContext http, Consumer<RoutingContext> then) {
    Duration left = age.minus(RequestContext.of(http).age());
    Duration time = left.compareTo(SOON) > 0 ? left : SOON;
    Runnable cancel = timers.after(time, () -> then.accept(http));
    http.addEndHandler(ended -> cancel.run());
  }

  /** The store would refuse who comes to it now. */
  private void giveUp(RoutingContext http) {
    if (!giveUp(http, Phase.WAITING, ProblemType.STORAGE_UNAVAILABLE)) {
      at(deadline, http, this::expire);
    }
  }

  private void expire(RoutingContext http) {
    if (!giveUp(http, Phase.RECEIVING, ProblemType.REQUEST_TIMEOUT)
        && !giveUp(http, Phase.WAITING, ProblemType.STORAGE_UNAVAILABLE)) {
      at(patience, http, this::answerForStuckThread);
    }
  }

  private static boolean giveUp(RoutingContext http, Phase phase, ProblemType type) {
    return RequestContext.of(http).advance(phase, Phase.GIVEN_UP, () -> write(http, type));
  }

  private void answerForStuckThread(RoutingContext http) {
    RequestContext request = RequestContext.of(http);
    boolean begun = request.endpoint().filter(NOT_REPEATABLE::contains).isPresent();
    ProblemType type = begun ? ProblemType.OUTCOME_UNKNOWN : ProblemType.STORAGE_UNAVAILABLE;
    request.advance(Phase.WORKING, Phase.STUCK, () -> write(http, type));
  }

  private static void write(RoutingContext http, ProblemType type) {
    ProblemMapper.write(http, new ProblemException(type));
  }
}
