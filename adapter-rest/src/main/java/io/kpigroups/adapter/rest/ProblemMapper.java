package io.kpigroups.adapter.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with a problem where a resource, or Quarkus REST itself, has failed. */
class ProblemMapper {

  @ServerExceptionMapper({Throwable.class, WebApplicationException.class})
  public RestResponse<Problem> map(Throwable failure, RoutingContext http) {
    Problem problem = Problems.of(failure, http);
    ResponseBuilder<Problem> response =
        ResponseBuilder.<Problem>create(problem.status()).entity(problem).type(MediaTypes.PROBLEM);
    boolean tokenSent = http.request().getHeader("Authorization") != null;
    Problems.headers(failure, tokenSent).forEach(response::header);
    return response.build();
  }
}
