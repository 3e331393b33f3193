package io.kpigroups.adapter.rest;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.Problem.InputError;
import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.PortFailure;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.domain.failure.ExternalFailure;
import io.kpigroups.domain.failure.KpiGroupException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logmanager.Level;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Which problem a failure is, and what is said of it to whom. */
class ProblemsTest {
  private static final String SECRET = "java.lang.IllegalStateException: secret";

  static final Set<Map.Entry<Throwable, ProblemType>> TOLD = Failures.TOLD.entrySet();
  static final Set<Map.Entry<Throwable, ProblemType>> HUSHED_UP = Failures.HUSHED_UP.entrySet();

  @Test
  void everyFailureOfTheDomainAndOfThePortsIsHere() {
    Set<Class<?>> here =
        Stream.of(TOLD, HUSHED_UP)
            .flatMap(Set::stream)
            .map(failure -> failure.getKey().getClass())
            .collect(toSet());

    assertThat(here)
        .contains(PortFailure.class.getPermittedSubclasses())
        .containsAll(
            Stream.of(KpiGroupException.class.getPermittedSubclasses())
                .filter(kind -> kind != ExternalFailure.class)
                .toList());
    assertThat(
            TOLD.stream()
                .map(Map.Entry::getKey)
                .filter(AccessDenied.class::isInstance)
                .map(denied -> ((AccessDenied) denied).reason()))
        .containsExactlyInAnyOrder(AccessDenied.Reason.values());
  }

  @ParameterizedTest
  @FieldSource("TOLD")
  void aFailureOfOursIsToldInItsOwnWords(Map.Entry<Throwable, ProblemType> failure) {
    Problem problem = problem(failure.getKey(), Traces.fresh());

    assertThat(problem.type()).isEqualTo("urn:kpi-groups:problem:" + failure.getValue().slug());
    assertThat(problem.status()).isEqualTo(failure.getValue().status());
    assertThat(problem.title()).isEqualTo(failure.getValue().title());
    assertThat(problem.detail()).isEqualTo(failure.getKey().getMessage());
    assertThat(problem.errors()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("HUSHED_UP")
  void whatAnyOtherFailureSaysIsNotPassedOn(Map.Entry<Throwable, ProblemType> failure) {
    Problem problem = problem(failure.getKey(), Traces.fresh());

    assertThat(problem.type()).isEqualTo(failure.getValue().uri());
    assertThat(problem.detail()).isEqualTo(failure.getValue().meaning() + ".");
    assertThat(problem.toString()).doesNotContain("secret");
  }

  @Test
  void aProblemKnowsItsRequest() {
    String trace = Traces.fresh();
    Problem problem = problem(new OutcomeUnknown("Lost.", new IllegalStateException()), trace);

    assertThat(problem.instance()).isEqualTo("/api/v1/kpis/%41");
    assertThat(problem.traceId()).isEqualTo(trace);
  }

  @Test
  void aRefusalIsToldWithAllThatIsWrong() {
    List<InputError> errors = List.of(new InputError("query", "skip", "No skip."));
    Problem problem = problem(ApiProblem.invalid(errors), Traces.fresh());

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

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void whatGoesWithAProblemIsOfItsType(ProblemType type) {
    Map<String, String> expected =
        switch (type) {
          case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
          case KEYS_UNAVAILABLE, STORAGE_UNAVAILABLE, RATE_LIMITED -> Map.of("Retry-After", "1");
          case REQUEST_TIMEOUT, BODY_TOO_LARGE -> Map.of("Connection", "close");
          default -> Map.of();
        };

    assertThat(Problems.headers(type, false)).isEqualTo(expected);
    assertThat(Problems.headers(ApiProblem.of(type, "No."), false)).isEqualTo(expected);
  }

  @Test
  void whoeverSentATokenIsToldThatItIsBad() {
    assertThat(Problems.headers(ProblemType.UNAUTHENTICATED, true))
        .isEqualTo(Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "999, 1", "1000, 1", "1001, 2", "20000, 20"})
  void nobodyIsAskedToComeBackTooEarly(long millis, String seconds) {
    RateLimited refusal = new RateLimited("Too often.", Optional.of(Duration.ofMillis(millis)));

    assertThat(Problems.headers(refusal, true)).isEqualTo(Map.of("Retry-After", seconds));
  }

  @Test
  void everyProblemHasASlugOfItsOwn() {
    assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::slug))
        .doesNotHaveDuplicates()
        .allSatisfy(slug -> assertThat(slug).matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void theMapperAnswersWithTheProblemAndItsFields() {
    RestResponse<Problem> response =
        WebServer.during(
            Line.head("GET /", "Authorization: Bearer t"),
            http -> new ProblemMapper().map(new Authenticator.Unauthenticated("Expired."), http));

    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.getHeaderString("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(response.getEntity().detail()).isEqualTo("Expired.");
  }

  @Test
  void theMapperTellsWhoeverSentNoTokenThatOneIsNeeded() {
    RestResponse<Problem> response =
        WebServer.during(
            Line.head("GET /"),
            http -> new ProblemMapper().map(new Authenticator.Unauthenticated("None."), http));

    assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private static Problem problem(Throwable failure, String trace) {
    return WebServer.during(
        Line.head("GET /api/v1/kpis/%41?secret=1", Traces.field(trace)),
        http -> Problems.of(failure, http));
  }

  private static List<LogLines.Entry> logged(Throwable failure) {
    String trace = Traces.fresh();
    try (LogLines log = new LogLines(Problems.class.getName())) {
      problem(failure, trace);
      return log.naming(trace);
    }
  }
}
