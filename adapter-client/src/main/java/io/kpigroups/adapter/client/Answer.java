package io.kpigroups.adapter.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kpigroups.application.port.UpstreamFailure;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What upstream answered.
 *
 * @param status the HTTP status
 * @param entityTag the value of {@code ETag}
 * @param link the value of {@code Link}
 * @param retryAfter how long it asks to be left alone, within reason
 * @param body the bytes of the body
 * @param again whether a try before this one may have been done, although its answer was lost
 */
record Answer(
    int status,
    Optional<String> entityTag,
    Optional<String> link,
    Optional<Duration> retryAfter,
    byte[] body,
    boolean again) {
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

  static Answer of(Response response) {
    byte[] body = response.readEntity(byte[].class);
    return new Answer(
        response.getStatus(),
        Optional.ofNullable(response.getHeaderString("ETag")),
        Optional.ofNullable(response.getHeaderString("Link")),
        RetryAfter.read(response.getHeaderString("Retry-After"), response.getHeaderString("Date")),
        body == null ? new byte[0] : body,
        false);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The same answer, to a try that was not the first. */
  Answer toAnotherTry() {
    return new Answer(status, entityTag, link, retryAfter, body, true);
  }

  /** The body as JSON; empty if it is none, or has more in it than is taken. */
  Optional<JsonNode> json() {
    try {
      return Optional.of(content());
    } catch (UpstreamFailure e) {
      return Optional.empty();
    }
  }

  /**
   * The body as JSON.
   *
   * @throws UpstreamFailure if it is none, or has more in it than is taken
   */
  JsonNode content() {
    JsonNode content;
    try {
      content = JSON.readTree(body);
    } catch (StreamConstraintsException e) {
      throw Failures.tooLarge(e);
    } catch (IOException e) {
      throw Failures.unusable(this);
    }
    if (content.isMissingNode()) {
      throw Failures.unusable(this);
    }
    return content;
  }
}
