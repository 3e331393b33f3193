package io.kpigroups.application.service;

import java.util.List;

/** One call of an out-port: its method and all that it was given. */
record Invocation(String method, List<Object> arguments) {
  static Invocation of(String method, Object... arguments) {
    return new Invocation(method, List.of(arguments));
  }
}
