package io.kpigroups.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Answers with a problem where no resource is asked: from the router and at the deadline. */
@ApplicationScoped
class ProblemWriter {
  /** How long a refused body may take to arrive; nothing of it is kept. */
  private static final Duration LINGER = Duration.ofMinutes(1);

  private final ObjectMapper json;
  private final Timers timers;

  ProblemWriter(ObjectMapper json, Timers timers) {
    this.json = json;
    this.timers = timers;
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
                hangUp(http, type);
              }
            });
  }

  /**
   * Closes the connection when nothing of the request is on its way any more. Closed earlier, it
   * would break in the hands of a client that still sends its body, and with it the answer.
   */
  private void hangUp(RoutingContext http, ProblemType type) {
    HttpServerRequest request = http.request();
    if (request.isEnded() || type == ProblemType.REQUEST_TIMEOUT) {
      request.connection().close();
      return;
    }
    Runnable cancel = timers.after(LINGER, () -> request.connection().close());
    request.handler(rest -> {});
    request.endHandler(
        end -> {
          cancel.run();
          request.connection().close();
        });
    request.exceptionHandler(gone -> cancel.run());
  }

  private Buffer body(Problem problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem cannot be written as JSON", e);
    }
  }
}
