package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** What every answer of a kind has in common. */
final class Expect {
  private Expect() {}

  /** An answer of success without a body. */
  static void done(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(response.asString()).isEmpty();
  }

  static Response status(Response response, int status) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    return response;
  }

  /** An answer that is a problem of this kind, complete as the API promises. */
  static Response problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.<String>path("type")).isEqualTo("urn:kpi-groups:problem:" + slug);
    assertThat(response.<Integer>path("status")).isEqualTo(status);
    assertThat(response.<String>path("title")).isNotBlank();
    assertThat(response.<String>path("detail")).isNotBlank();
    assertThat(response.<String>path("instance")).startsWith("/");
    assertThat(response.<String>path("traceId")).matches("[0-9a-f]{32}");
    return response;
  }

  /** A refusal of input that names exactly these places, each as {@code in:name}. */
  static void invalid(Response response, String... places) {
    problem(response, 400, "invalid-input");
    List<Map<String, String>> errors = response.path("errors");
    assertThat(errors)
        .extracting(error -> error.get("in") + ":" + error.get("name"))
        .containsExactlyInAnyOrder(places);
    assertThat(errors).allSatisfy(error -> assertThat(error.get("message")).isNotBlank());
  }

  /** An answer of success without a body. */
  static void done(Answer answer) {
    assertThat(answer.has(200).body()).isEmpty();
  }

  /** An answer that is a problem of this kind, complete as the API promises. */
  static Answer problem(Answer answer, int status, String slug) {
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
  static void invalid(Answer answer, String... places) {
    problem(answer, 400, "invalid-input");
    List<Map<String, String>> errors = answer.path("errors");
    assertThat(errors)
        .extracting(error -> error.get("in") + ":" + error.get("name"))
        .containsExactlyInAnyOrder(places);
    assertThat(errors).allSatisfy(error -> assertThat(error.get("message")).isNotBlank());
  }
}
