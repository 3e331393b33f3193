package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** An answer as it came over the wire. */
record Reply(int status, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A header field; empty if there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + body, e);
    }
  }

  /** Asserts that this is the problem, wholly. */
  Reply isProblem(ProblemType type) {
    assertThat(status).as(body).isEqualTo(type.status());
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(json().path("type").textValue()).isEqualTo(type.uri());
    assertThat(json().path("title").textValue()).isEqualTo(type.title());
    assertThat(json().path("status").intValue()).isEqualTo(type.status());
    assertThat(json().path("detail").textValue()).isNotBlank();
    assertThat(json().path("traceId").textValue()).matches("[0-9a-f]{32}");
    return this;
  }

  Reply has(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    return this;
  }
}
