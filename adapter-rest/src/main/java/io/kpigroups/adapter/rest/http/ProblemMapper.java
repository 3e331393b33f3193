package io.kpigroups.adapter.rest.http;

import io.kpigroups.adapter.rest.http.RequestContext.Phase;
import io.kpigroups.adapter.rest.problem.ExceptionTranslator;
import io.kpigroups.adapter.rest.problem.Problem;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers failures with problems, and logs those of the service with their trace id. */
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /** For what a resource, or Quarkus REST itself, has thrown. */
  @ServerExceptionMapper({Throwable.class, WebApplicationException.class})
  public RestResponse<Problem> map(Throwable failure, RoutingContext http) {
    // What fails before its work is begun is answered here, and not at its deadline too.
    RequestContext.of(http).advance(Phase.WAITING, Phase.ANSWERING);
    ProblemException problem = translate(failure, http);
    if (problem.type() == ProblemType.UNAUTHENTICATED
        && http.request().headers().contains("Authorization")) {
      problem.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    ResponseBuilder<Problem> response =
        ResponseBuilder.<Problem>create(problem.type().status())
            .entity(body(problem, http))
            .type(Problem.MEDIA_TYPE);
    problem.headers().forEach(response::header);
    return response.build();
  }

  /** For what fails outside of Quarkus REST; does nothing if the response has begun. */
  public static void write(RoutingContext http, Throwable failure) {
    HttpServerResponse response = http.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    ProblemException problem = translate(failure, http);
    SecurityHeaders.OF_REFUSALS.forEach(response::putHeader);
    problem.headers().forEach(response::putHeader);
    response
        .setStatusCode(problem.type().status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(Json.encodeToBuffer(body(problem, http)));
  }

  private static ProblemException translate(Throwable failure, RoutingContext http) {
    ProblemException problem = ExceptionTranslator.translate(failure);
    ProblemType type = problem.type();
    String trace = " [traceId=" + RequestContext.of(http).traceId() + "]";
    if (type == ProblemType.INTERNAL_ERROR) {
      LOG.error("A request failed by a bug" + trace, failure);
    } else if (problem != failure && type.status() >= 500 && type != ProblemType.NOT_SUPPORTED) {
      LOG.warn("A request failed: " + withCauses(failure) + trace);
    }
    return problem;
  }

  private static Problem body(ProblemException problem, RoutingContext http) {
    return problem.body(ForwardedPrefix.pathOf(http), RequestContext.of(http).traceId());
  }

  private static String withCauses(Throwable failure) {
    return failure.getMessage()
        + Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
            .map(cause -> " <- " + cause)
            .collect(Collectors.joining());
  }
}
