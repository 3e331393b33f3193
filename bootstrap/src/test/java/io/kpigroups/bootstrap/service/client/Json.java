package io.kpigroups.bootstrap.service.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values out of JSON documents. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static <T> T read(Path file, String path) {
    try {
      return read(Files.readString(file), path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value that these names lead to, such as {@code build.version}: a string, a number, a
   * boolean, a list, a map or null. Behind a list, the value of each of its objects: {@code
   * items.id} is the list of the ids. Without a name, the whole document.
   */
  @SuppressWarnings("unchecked")
  public static <T> T read(String document, String path) {
    Object value;
    try {
      value = MAPPER.readValue(document, Object.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + document, e);
    }
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
      value = member(value, name);
    }
    return (T) value;
  }

  /** The document that says this. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static @Nullable Object member(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> object) {
      return object.get(name);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> member(each, name)).toList();
    }
    return null;
  }
}
