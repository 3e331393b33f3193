package io.kpigroups.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers with a problem where no resource is asked: from the router and at the deadline. */
@ApplicationScoped
class ProblemWriter {
  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  void write(RoutingContext http, ProblemType type) {
    write(http, ApiProblem.of(type, type.meaning() + "."));
  }

  /** Writes the problem unless the request has its answer already. */
  void write(RoutingContext http, ApiProblem refusal) {
    HttpServerResponse response = http.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    ProblemType type = refusal.type();
    SecurityHeaders.put(http);
    Problems.headers(type, false).forEach(response::putHeader);
    response
        .setStatusCode(type.status())
        .putHeader("Content-Type", MediaTypes.PROBLEM)
        .end(body(Problems.of(refusal, http)))
        .onComplete(
            sent -> {
              if (response.headers().contains("Connection", "close", true)) {
                http.request().connection().close();
              }
            });
  }

  private Buffer body(Problem problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem cannot be written as JSON", e);
    }
  }
}
