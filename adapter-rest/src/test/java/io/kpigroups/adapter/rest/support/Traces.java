package io.kpigroups.adapter.rest.support;

import java.util.HexFormat;
import java.util.UUID;

/** Traces that nobody else is part of. */
public final class Traces {
  private Traces() {}

  public static String fresh() {
    UUID id = UUID.randomUUID();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(id.getMostSignificantBits())
        + hex.toHexDigits(id.getLeastSignificantBits());
  }

  /** The header field by which a caller tells its trace. */
  public static String field(String trace) {
    return "traceparent: 00-" + trace + "-00f067aa0ba902b7-01";
  }
}
