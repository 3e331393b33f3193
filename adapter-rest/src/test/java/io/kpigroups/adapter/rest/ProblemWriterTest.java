package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProblemWriterTest {
  private final ProblemWriter writer = new ProblemWriter(new ObjectMapper(), new VirtualTimers());

  @Test
  void aProblemIsWrittenWithAllThatGoesWithIt() {
    String trace = Traces.fresh();
    Reply reply =
        answered(http -> writer.write(http, ProblemType.STORAGE_UNAVAILABLE), Traces.field(trace));

    reply.isProblem(ProblemType.STORAGE_UNAVAILABLE);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.body())
        .isEqualTo(
            "{\"type\":\"urn:kpi-groups:problem:storage-unavailable\","
                + "\"title\":\"Storage unavailable\",\"status\":503,"
                + "\"detail\":\"The store cannot be reached or is overloaded; try again.\","
                + "\"instance\":\"/api/v1/kpis\",\"traceId\":\""
                + trace
                + "\"}");
  }

  @Test
  void whatIsWrongWithTheInputIsInIt() {
    ApiProblem wrong =
        ApiProblem.invalid(List.of(new Problem.InputError("query", "skip", "No \"skip\".")));

    assertThat(
            answered(http -> writer.write(http, wrong)).isProblem(ProblemType.INVALID_INPUT).body())
        .contains(
            "\"errors\":[{\"in\":\"query\",\"name\":\"skip\",\"message\":\"No \\\"skip\\\".\"}]");
  }

  @Test
  void whoeverHasItsAnswerGetsNoOther() {
    Reply reply =
        answered(
            http -> {
              http.response().setStatusCode(201).end("made");
              writer.write(http, ProblemType.STORAGE_UNAVAILABLE);
            });

    assertThat(reply.has(201).body()).isEqualTo("made");
  }

  @Test
  void anAnswerThatHasBegunIsNotSpoilt() {
    Reply reply =
        answered(
            http -> {
              http.response().putHeader("Content-Length", "4").setStatusCode(201).write("ma");
              writer.write(http, ProblemType.STORAGE_UNAVAILABLE);
              http.response().end("de");
            });

    assertThat(reply.has(201).body()).isEqualTo("made");
  }

  @Test
  void theLineIsHungUpWhereTheProblemSaysSoOnly() {
    try (WebServer server =
            new WebServer(
                router ->
                    router
                        .route()
                        .handler(
                            http ->
                                writer.write(
                                    http,
                                    http.request().path().equals("/slow")
                                        ? ProblemType.REQUEST_TIMEOUT
                                        : ProblemType.PATH_NOT_FOUND)));
        Line line = server.line()) {
      line.send(Line.head("GET /none")).reply().isProblem(ProblemType.PATH_NOT_FOUND);
      line.send(Line.head("GET /slow")).reply().isProblem(ProblemType.REQUEST_TIMEOUT);
      assertThat(line.isHungUp()).isTrue();
    }
  }

  private static Reply answered(Consumer<RoutingContext> handler, String... fields) {
    try (WebServer server = new WebServer(router -> router.route().handler(handler::accept));
        Line line = server.line()) {
      return line.send(Line.head("GET /api/v1/kpis", fields)).reply();
    }
  }
}
