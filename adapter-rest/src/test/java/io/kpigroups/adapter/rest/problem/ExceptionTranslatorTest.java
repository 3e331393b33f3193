package io.kpigroups.adapter.rest.problem;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.PortFailure;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.domain.failure.ExternalFailure;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.failure.KpiGroupException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Which problem a failure is, and what is said of it. */
class ExceptionTranslatorTest {
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
    Problem problem = body(failure.getKey());

    assertThat(problem.type()).isEqualTo("urn:kpi-groups:problem:" + failure.getValue().slug());
    assertThat(problem.status()).isEqualTo(failure.getValue().status());
    assertThat(problem.title()).isEqualTo(failure.getValue().title());
    assertThat(problem.detail()).isEqualTo(failure.getKey().getMessage());
    assertThat(problem.errors()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("HUSHED_UP")
  void whatAnyOtherFailureSaysIsNotPassedOn(Map.Entry<Throwable, ProblemType> failure) {
    Problem problem = body(failure.getKey());

    assertThat(problem.type()).isEqualTo(failure.getValue().uri());
    assertThat(problem.detail()).isEqualTo(failure.getValue().meaning() + ".");
    assertThat(problem.toString()).doesNotContain("secret");
  }

  @Test
  void aProblemStaysTheProblemThatItIs() {
    ProblemException problem = new ProblemException(ProblemType.NOT_ACCEPTABLE);

    assertThat(ExceptionTranslator.translate(problem)).isSameAs(problem);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "999, 1", "1000, 1", "1001, 2", "20000, 20"})
  void nobodyIsAskedToComeBackTooEarly(long millis, String seconds) {
    RateLimited refusal = new RateLimited("Too often.", Optional.of(Duration.ofMillis(millis)));

    assertThat(ExceptionTranslator.translate(refusal).headers())
        .isEqualTo(Map.of("Retry-After", seconds));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 1", "1, 1", "1000, 1", "1001, 2", "4999, 5"})
  void whoeverWaitsForAKeyWaitsASecondAtLeast(long millis, String seconds) {
    IdempotencyKeyInUse refusal = new IdempotencyKeyInUse(Duration.ofMillis(millis));

    assertThat(ExceptionTranslator.translate(refusal).headers())
        .isEqualTo(Map.of("Retry-After", seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_INPUT",
    "404, PATH_NOT_FOUND",
    "405, METHOD_NOT_ALLOWED",
    "406, NOT_ACCEPTABLE",
    "413, BODY_TOO_LARGE",
    "415, UNSUPPORTED_MEDIA_TYPE",
    "417, INVALID_INPUT",
    "500, INTERNAL_ERROR",
    "503, INTERNAL_ERROR",
    "200, INTERNAL_ERROR",
    "-1, INTERNAL_ERROR"
  })
  void aStatusOfSomebodyElseIsAProblemOfOurs(int status, ProblemType type) {
    assertThat(ExceptionTranslator.typeOf(status)).isEqualTo(type);
  }

  private static Problem body(Throwable failure) {
    return ExceptionTranslator.translate(failure).body("/", "");
  }
}
