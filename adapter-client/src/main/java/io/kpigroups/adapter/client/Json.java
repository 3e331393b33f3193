package io.kpigroups.adapter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.domain.failure.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads and writes JSON as upstream has it. What we do not know is not looked at. */
final class Json {
  private Json() {}

  /** The body of a create or a rename. */
  static byte[] name(String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", name)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A text that must be there, as a value that must be well-formed.
   *
   * @throws UpstreamFailure if it is not
   */
  static <T> T value(JsonNode json, String property, Function<String, T> type) {
    JsonNode text = json.path(property);
    if (!text.isTextual()) {
      throw Failures.unusable("There is no text \"" + property + "\".");
    }
    try {
      return type.apply(text.textValue());
    } catch (InvalidInput e) {
      throw Failures.unusable("\"" + property + "\": " + e.getMessage());
    }
  }

  /** A text that may be missing, null or empty, which all mean the same. */
  static String textOr(JsonNode json, String property, String absent) {
    JsonNode text = json.path(property);
    if (!text.isTextual() && !text.isNull() && !text.isMissingNode()) {
      throw Failures.unusable("\"" + property + "\" is no text.");
    }
    return text.asText("").isEmpty() || text.isNull() ? absent : text.textValue();
  }
}
