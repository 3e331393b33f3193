package io.kpigroups.adapter.client.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.application.port.UpstreamFailure;
import java.io.IOException;
import java.util.Optional;

/** Reads one JSON value with nothing behind it, and no property twice. */
final class StrictJson {
  /** A row of a list has about twenty tokens; a parsed one needs many times its bytes. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxTokenCount(500_000).maxNestingDepth(50).build();

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /**
   * The value, if it is one.
   *
   * @throws UpstreamFailure if it has more in it than is accepted
   */
  static Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(json -> !json.isMissingNode());
    } catch (StreamConstraintsException e) {
      throw ExceptionTranslator.tooLarge(e);
    } catch (IOException e) {
      // Without the exception, which may quote what upstream sent.
      return Optional.empty();
    }
  }
}
