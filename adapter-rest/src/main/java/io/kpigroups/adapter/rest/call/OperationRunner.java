package io.kpigroups.adapter.rest.call;

import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.rest.edge.AdmissionControl;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.failure.InvalidInput;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Does what every operation needs: sets the store's deadline and finds the actor. */
@ApplicationScoped
public class OperationRunner {
  private final ActorResolver actors;
  private final Duration storeTime;
  private final AdmissionControl admission;
  private final CurrentVertxRequest current;

  public OperationRunner(
      ActorResolver actors,
      RestSettings settings,
      AdmissionControl admission,
      CurrentVertxRequest current) {
    this.actors = actors;
    this.storeTime = settings.storeTime();
    this.admission = admission;
    this.current = current;
  }

  /** Does the work of the current request, within what is left of its deadline. */
  public <T> RestResponse<T> run(Function<ApiRequest, RestResponse<T>> work) {
    RoutingContext http = current.getCurrent();
    RequestContext request = RequestContext.of(http);
    try {
      Deadline deadline = request.deadline(storeTime);
      // A timer may be late. Without time the store would refuse, when the token was verified.
      if (!request.advance(Phase.WAITING, Phase.WORKING) || deadline.left().toMillis() < 1) {
        throw new ProblemException(
            ProblemType.STORAGE_UNAVAILABLE,
            "The time for this request was over before its turn came; nothing was done.");
      }
      Call call = new Call(actors.resolve(http, deadline), deadline);
      return work.apply(new ApiRequest(http, call));
    } catch (InvalidInput e) {
      throw ActorResolver.explain(e, request);
    } finally {
      request.advance(Phase.WORKING, Phase.ANSWERING);
      admission.leave(request);
    }
  }
}
