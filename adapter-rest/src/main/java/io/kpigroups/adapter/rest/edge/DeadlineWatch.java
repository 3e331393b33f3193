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
 */
@ApplicationScoped
public class DeadlineWatch {
  /**
   * How long a thread that is at work may be late, before it is taken for stuck. The store's
   * deadline is shorter, so the thread should answer soon by itself.
   */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** Operations that must not be repeated blindly once they were begun. */
  private static final Set<Endpoint> NOT_REPEATABLE =
      EnumSet.of(Endpoint.CREATE_GROUP, Endpoint.RENAME_GROUP, Endpoint.DELETE_GROUP);

  private final RestSettings settings;
  private final Timers timers;

  public DeadlineWatch(RestSettings settings, Timers timers) {
    this.settings = settings;
    this.timers = timers;
  }

  void watch(RoutingContext http) {
    after(settings.deadline(), http, this::expire);
  }

  private void after(Duration time, RoutingContext http, Consumer<RoutingContext> then) {
    Runnable cancel = timers.after(time, () -> then.accept(http));
    http.addEndHandler(ended -> cancel.run());
  }

  private void expire(RoutingContext http) {
    RequestContext request = RequestContext.of(http);
    if (request.advance(Phase.RECEIVING, Phase.GIVEN_UP)) {
      write(http, ProblemType.REQUEST_TIMEOUT);
    } else if (request.advance(Phase.WAITING, Phase.GIVEN_UP)) {
      write(http, ProblemType.STORAGE_UNAVAILABLE);
    } else {
      after(GRACE, http, this::answerForStuckThread);
    }
  }

  private void answerForStuckThread(RoutingContext http) {
    RequestContext request = RequestContext.of(http);
    if (request.advance(Phase.WORKING, Phase.STUCK)) {
      boolean begun = request.endpoint().filter(NOT_REPEATABLE::contains).isPresent();
      write(http, begun ? ProblemType.OUTCOME_UNKNOWN : ProblemType.STORAGE_UNAVAILABLE);
    }
  }

  private static void write(RoutingContext http, ProblemType type) {
    ProblemMapper.write(http, new ProblemException(type));
  }
}
