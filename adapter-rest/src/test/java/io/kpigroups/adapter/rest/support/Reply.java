package io.kpigroups.adapter.rest.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.adapter.rest.problem.ProblemType;
import java.util.Map;

/** An answer as it came over the wire. */
public record Reply(int status, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A header field; empty if there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + body, e);
    }
  }

  /** Asserts that this is the problem, wholly. */
  public Reply isProblem(ProblemType type) {
    assertThat(status).as(body).isEqualTo(type.status());
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(json().path("type").textValue()).isEqualTo(type.uri());
    assertThat(json().path("title").textValue()).isEqualTo(type.title());
    assertThat(json().path("status").intValue()).isEqualTo(type.status());
    assertThat(json().path("detail").textValue()).isNotBlank();
    assertThat(json().path("traceId").textValue()).matches("[0-9a-f]{32}");
    return this;
  }

  public Reply has(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    return this;
  }
}
