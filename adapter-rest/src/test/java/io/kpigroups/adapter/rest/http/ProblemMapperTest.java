package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.Authenticator.Unauthenticated;
import io.kpigroups.adapter.rest.problem.Failures;
import io.kpigroups.adapter.rest.problem.Problem;
import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.LogLines;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Traces;
import io.kpigroups.adapter.rest.support.WebServer;
import io.kpigroups.application.port.OutcomeUnknown;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logmanager.Level;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How a problem is answered, by Quarkus REST or without it, and what is logged of it. */
class ProblemMapperTest {
  private static final String SECRET = "java.lang.IllegalStateException: secret";
  private static final ProblemException AWAY =
      new ProblemException(ProblemType.STORAGE_UNAVAILABLE);

  static final Set<Map.Entry<Throwable, ProblemType>> TOLD = Failures.TOLD.entrySet();
  static final Set<Map.Entry<Throwable, ProblemType>> HUSHED_UP = Failures.HUSHED_UP.entrySet();

  @Test
  void aProblemKnowsItsRequest() {
    String trace = Traces.fresh();
    Problem problem = mapped(new OutcomeUnknown("Lost.", new IllegalStateException()), trace);

    assertThat(problem.instance()).isEqualTo("/api/v1/kpis/%41");
    assertThat(problem.traceId()).isEqualTo(trace);
  }

  @Test
  void aRefusalIsToldWithAllThatIsWrong() {
    List<InputError> errors = List.of(new InputError("query", "skip", "No skip."));
    Problem problem = mapped(ProblemException.invalid(errors), Traces.fresh());

    assertThat(problem.detail()).isEqualTo("No skip.");
    assertThat(problem.errors()).isEqualTo(errors);
  }

  @ParameterizedTest
  @FieldSource("HUSHED_UP")
  void aBugIsLoggedWithItsStackTraceAndARefusalIsNot(Map.Entry<Throwable, ProblemType> failure) {
    List<LogLines.Entry> log = logged(failure.getKey());

    if (failure.getValue() == ProblemType.INTERNAL_ERROR) {
      assertThat(log).hasSize(1);
      assertThat(log.get(0).level()).isEqualTo(Level.ERROR);
      assertThat(log.get(0).thrown()).isSameAs(failure.getKey());
    } else {
      assertThat(log).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("TOLD")
  void whatTheServiceCouldNotDoIsLoggedInALineWithItsCauses(
      Map.Entry<Throwable, ProblemType> failure) {
    List<LogLines.Entry> log = logged(failure.getKey());

    if (failure.getValue().status() >= 500 && failure.getValue() != ProblemType.NOT_SUPPORTED) {
      assertThat(log).hasSize(1);
      assertThat(log.get(0).level()).isEqualTo(Level.WARN);
      assertThat(log.get(0).thrown()).isNull();
      assertThat(log.get(0).message())
          .startsWith(
              "A request failed: "
                  + failure.getKey().getMessage()
                  + (failure.getKey().getCause() == null ? "" : " <- " + SECRET)
                  + " [traceId=");
    } else {
      assertThat(log).isEmpty();
    }
  }

  @Test
  void whoeverSentATokenIsToldThatItIsBad() {
    RestResponse<Problem> response = unauthenticated("Authorization: Bearer t");

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.getHeaderString("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(response.getEntity().detail()).isEqualTo("No.");
  }

  @Test
  void whoeverSentNoTokenIsToldThatOneIsNeeded() {
    assertThat(unauthenticated().getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void aProblemIsWrittenWithAllThatGoesWithIt() {
    String trace = Traces.fresh();
    Reply reply = answered(http -> ProblemMapper.write(http, AWAY), Traces.field(trace));

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
  void whatIsWrongWithTheInputIsWrittenToo() {
    ProblemException wrong =
        ProblemException.invalid(List.of(new InputError("query", "skip", "No \"skip\".")));

    assertThat(
            answered(http -> ProblemMapper.write(http, wrong))
                .isProblem(ProblemType.INVALID_INPUT)
                .body())
        .contains(
            "\"errors\":[{\"in\":\"query\",\"name\":\"skip\",\"message\":\"No \\\"skip\\\".\"}]");
  }

  @Test
  void whoeverHasItsAnswerGetsNoOther() {
    Reply reply =
        answered(
            http -> {
              http.response().setStatusCode(201).end("made");
              ProblemMapper.write(http, AWAY);
            });

    assertThat(reply.has(201).body()).isEqualTo("made");
  }

  @Test
  void anAnswerThatHasBegunIsNotSpoilt() {
    Reply reply =
        answered(
            http -> {
              http.response().putHeader("Content-Length", "4").setStatusCode(201).write("ma");
              ProblemMapper.write(http, AWAY);
              http.response().end("de");
            });

    assertThat(reply.has(201).body()).isEqualTo("made");
  }

  private static Reply answered(Consumer<RoutingContext> handler, String... fields) {
    try (WebServer server = new WebServer(router -> router.route().handler(handler::accept));
        Line line = server.line()) {
      return line.send(Line.head("GET /api/v1/kpis", fields)).reply();
    }
  }

  private static RestResponse<Problem> unauthenticated(String... fields) {
    return WebServer.during(
        Line.head("GET /", fields),
        http -> new ProblemMapper().map(new Unauthenticated("No."), http));
  }

  private static Problem mapped(Throwable failure, String trace) {
    return WebServer.during(
        Line.head("GET /api/v1/kpis/%41?secret=1", Traces.field(trace)),
        http -> new ProblemMapper().map(failure, http).getEntity());
  }

  private static List<LogLines.Entry> logged(Throwable failure) {
    String trace = Traces.fresh();
    try (LogLines log = new LogLines(ProblemMapper.class.getName())) {
      mapped(failure, trace);
      return log.naming(trace);
    }
  }
}
