package io.kpigroups.rival.vertx;

import java.util.Map;

/**
 * What is answered.
 *
 * @param json the body; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Answer(int status, Map<String, String> headers, byte[] json) {
  private static final byte[] NOTHING = {};

  static Answer empty() {
    return new Answer(200, Map.of(), NOTHING);
  }

  static Answer of(int status, byte[] json) {
    return new Answer(status, Map.of(), json);
  }

  Answer with(String header, String value) {
    return new Answer(status, Map.of(header, value), json);
  }
}
