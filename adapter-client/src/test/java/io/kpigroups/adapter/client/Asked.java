package io.kpigroups.adapter.client;

import java.util.Map;

/**
 * What the stub was asked.
 *
 * @param target path and query as they were sent
 * @param headers by name in lower case
 */
record Asked(String method, String target, Map<String, String> headers, String body) {
  String line() {
    return method + " " + target;
  }
}
