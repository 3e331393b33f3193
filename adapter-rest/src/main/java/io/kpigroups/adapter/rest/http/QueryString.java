package io.kpigroups.adapter.rest.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of a URL as browsers and command lines send it: only {@code &}, {@code +} and the
 * percent sign mean something, every other character stands for itself, encoded or not. Vert.x
 * would take a semicolon for {@code &}, and the bytes of a letter beyond ASCII for several letters.
 *
 * @param parameters all parameters, decoded, in their order
 */
public record QueryString(List<Map.Entry<String, String>> parameters) {

  /**
   * Reads a query.
   *
   * @param query as the server has read it, a character for each byte; null if there is none
   * @throws IllegalArgumentException if it cannot be decoded
   */
  public static QueryString of(@Nullable String query) {
    return new QueryString(
        Stream.of((query == null ? "" : query).split("&"))
            .filter(parameter -> !parameter.isEmpty())
            .map(parameter -> parameter.split("=", 2))
            .map(parts -> Map.entry(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : ""))
            .toList());
  }

  /** Each name once. */
  public Stream<String> names() {
    return parameters.stream().map(Map.Entry::getKey).distinct();
  }

  /** All values that the name has. */
  public List<String> values(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.getKey().equals(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A value as it stands in a query (RFC 3986, section 3.4); a comma may stay, as in sort. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
  }

  /**
   * The text that is encoded. Where there is no UTF-8, Vert.x would put replacement characters.
   *
   * @throws IllegalArgumentException if it cannot be decoded
   */
  public static String decode(String encoded) {
    if (isPlain(encoded)) {
      return encoded;
    }
    byte[] bytes =
        URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
            .getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether every character stands for itself, as in most requests. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c == '+' || c > '~') {
        return false;
      }
    }
    return true;
  }
}
