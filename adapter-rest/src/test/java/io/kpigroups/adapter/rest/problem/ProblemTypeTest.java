package io.kpigroups.adapter.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void whatGoesWithAProblemIsOfItsType(ProblemType type) {
    Map<String, String> expected =
        switch (type) {
          case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
          case IDEMPOTENCY_KEY_IN_USE, KEYS_UNAVAILABLE, STORAGE_UNAVAILABLE, RATE_LIMITED ->
              Map.of("Retry-After", "1");
          case REQUEST_TIMEOUT, BODY_TOO_LARGE -> Map.of("Connection", "close");
          default -> Map.of();
        };

    assertThat(type.headers()).isEqualTo(expected);
    assertThat(new ProblemException(type, "No.").headers()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemSaysWhatItMeans(ProblemType type) {
    assertThat(type.meaning()).isNotBlank().doesNotEndWith(".");
    assertThat(new ProblemException(type)).hasMessage(type.meaning() + ".");
  }

  @Test
  void everyProblemHasASlugOfItsOwn() {
    assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::slug))
        .doesNotHaveDuplicates()
        .allSatisfy(slug -> assertThat(slug).matches("[a-z]+(-[a-z]+)*"))
        .contains("invalid-input", "no-user", "http-version-not-supported");
  }
}
