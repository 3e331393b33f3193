package io.kpigroups.bootstrap.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What every answer of a kind has in common. */
public final class Expect {
  private Expect() {}

  /** An answer of success without a body. */
  public static void done(Answer answer) {
    assertThat(answer.has(200).body()).isEmpty();
  }

  /** An answer that is a problem of this kind, complete as the API promises. */
  public static Answer problem(Answer answer, int status, String slug) {
    assertThat(answer.has(status).headerValue("Content-Type"))
        .isEqualTo("application/problem+json");
    Map<String, Object> problem = answer.path("");
    assertThat(problem)
        .containsEntry("type", "urn:kpi-groups:problem:" + slug)
        .containsEntry("status", status);
    assertThat((String) problem.get("title")).isNotBlank();
    assertThat((String) problem.get("detail")).isNotBlank();
    assertThat((String) problem.get("instance")).startsWith("/");
    assertThat((String) problem.get("traceId")).matches("[0-9a-f]{32}");
    return answer;
  }

  /** A refusal of input that names exactly these places, each as {@code in:name}. */
  public static void invalid(Answer answer, String... places) {
    problem(answer, 400, "invalid-input");
    List<Map<String, String>> errors = answer.path("errors");
    assertThat(errors)
        .extracting(error -> error.get("in") + ":" + error.get("name"))
        .containsExactlyInAnyOrder(places);
    assertThat(errors).allSatisfy(error -> assertThat(error.get("message")).isNotBlank());
  }
}
