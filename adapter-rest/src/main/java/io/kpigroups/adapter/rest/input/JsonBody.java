package io.kpigroups.adapter.rest.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A request body, read as one strict JSON object: no coercion of types, no duplicate keys, nothing
 * behind it. What is wrong with it goes to its request's errors.
 */
public final class JsonBody {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ApiRequest request;

  /** Missing if the body is no object: then its properties are not complained about. */
  private final JsonNode json;

  private JsonBody(ApiRequest request, JsonNode json) {
    this.request = request;
    this.json = json;
  }

  static JsonBody read(byte[] bytes, ApiRequest request) {
    try {
      JsonNode json = STRICT.readTree(decode(bytes));
      if (json.isObject()) {
        return new JsonBody(request, json);
      }
      request.wrong(
          "body", "", bytes.length == 0 ? "A JSON body is needed." : "The body must be an object.");
    } catch (JsonProcessingException e) {
      request.wrong("body", "", "The body is not JSON as it is taken here" + why(e));
    } catch (CharacterCodingException e) {
      request.wrong("body", "", "The body is not JSON in UTF-8.");
    }
    return new JsonBody(request, MissingNode.getInstance());
  }

  /**
   * Whatever a parser would guess or repair, a JSON body is well-formed UTF-8; a byte order mark in
   * front may be ignored (RFC 8259, 8.1).
   */
  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** What the parser says and of which place, without what it says of itself. */
  private static String why(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    if (e instanceof StreamConstraintsException) {
      return where + ": it is nested too deeply, or has a number or a name that is too long.";
    }
    return e instanceof JsonParseException
        ? where + ": " + e.getOriginalMessage().split("[:`\n]", 2)[0].strip() + "."
        : where + ": something follows the JSON value.";
  }

  /** Complains about properties other than those that are read and those that may be sent back. */
  public JsonBody allow(Set<String> read, Set<String> ignored) {
    json.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !read.contains(name) && !ignored.contains(name))
        .forEach(name -> request.wrong("body", name, "There is no property " + name + " here."));
    return this;
  }

  /** A property that must be there and be a text. */
  public <T> Supplier<T> text(String name, Function<String, T> parse) {
    JsonNode value = json.get(name);
    if (value == null) {
      return json.isObject() ? wrong(name, "is needed") : ApiRequest.wrong();
    }
    return text(name, value, parse);
  }

  /** A property that may be absent and else must be a list of texts, at most {@code most}. */
  public <T> Supplier<List<T>> texts(String name, Function<String, T> parse, int most) {
    JsonNode value = json.get(name);
    if (value == null) {
      return List::of;
    }
    if (!value.isArray() || value.size() > most) {
      return wrong(name, "must be a list of at most " + most + " texts");
    }
    List<T> items = items(name, value, parse);
    return () -> items;
  }

  /**
   * A property that may be absent and else must be a list of texts. Answers at once those that can
   * be read, for checks of them all; the others are told of.
   */
  public <T> List<T> readable(String name, Function<String, T> parse) {
    JsonNode value = json.get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      wrong(name, "must be a list of texts");
      return List.of();
    }
    return items(name, value, parse);
  }

  /** Complains if the body has none of these properties. */
  public JsonBody requireOneOf(String first, String second) {
    if (json.isObject() && !json.has(first) && !json.has(second)) {
      request.wrong("body", "", "A property is needed: " + first + ", " + second + " or both.");
    }
    return this;
  }

  private <T> List<T> items(String name, JsonNode array, Function<String, T> parse) {
    List<T> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      text(name + "[" + i + "]", array.get(i), text -> keep(parse.apply(text), items));
    }
    return items;
  }

  private static <T> T keep(T item, List<T> items) {
    items.add(item);
    return item;
  }

  private <T> Supplier<T> text(String name, JsonNode value, Function<String, T> parse) {
    return value.isTextual()
        ? request.parse("body", name, value.textValue(), parse)
        : wrong(name, "must be a text");
  }

  private <T> Supplier<T> wrong(String name, String why) {
    return request.wrong("body", name, "The property " + name + " " + why + ".");
  }
}
