package io.kpigroups.adapter.rest;

import java.util.HexFormat;
import java.util.UUID;

/** Traces that nobody else is part of. */
final class Traces {
  private Traces() {}

  static String fresh() {
    UUID id = UUID.randomUUID();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(id.getMostSignificantBits())
        + hex.toHexDigits(id.getLeastSignificantBits());
  }

  /** The header field by which a caller tells its trace. */
  static String field(String trace) {
    return "traceparent: 00-" + trace + "-00f067aa0ba902b7-01";
  }
}
