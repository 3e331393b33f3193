package io.kpigroups.adapter.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What upstream answered.
 *
 * @param status the HTTP status
 * @param entityTag the value of {@code ETag}
 * @param retryAfter how long it asks to be left alone; a date, the other form of the field (RFC
 *     9110, section 10.2.3), is not read
 * @param body the bytes of the body
 */
record Answer(int status, Optional<String> entityTag, Optional<Duration> retryAfter, byte[] body) {
  /**
   * A row of a list has some twenty tokens. What is parsed takes many times the memory of bytes.
   */
  private static final long MOST_TOKENS = 500_000;

  private static final int DEEPEST = 50;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxTokenCount(MOST_TOKENS)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MOST_DIGITS = 9;

  static Answer of(Response response) {
    byte[] body = response.readEntity(byte[].class);
    return new Answer(
        response.getStatus(),
        Optional.ofNullable(response.getHeaderString("ETag")),
        Optional.ofNullable(response.getHeaderString("Retry-After")).flatMap(Answer::seconds),
        body == null ? new byte[0] : body);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The body as JSON; empty if it is none. */
  Optional<JsonNode> json() {
    try {
      return Optional.of(JSON.readTree(body)).filter(node -> !node.isMissingNode());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }
}
