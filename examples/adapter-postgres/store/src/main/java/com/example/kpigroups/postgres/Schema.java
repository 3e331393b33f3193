package com.example.kpigroups.postgres;

import io.kpigroups.domain.value.NameKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The tables, which {@code schema.sql} makes. */
final class Schema {
  static final String SCRIPT = read().replace(":name_keys", String.valueOf(NameKey.VERSION));

  private Schema() {}

  private static String read() {
    try (InputStream script = Schema.class.getResourceAsStream("schema.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
