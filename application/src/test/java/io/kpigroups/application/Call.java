package io.kpigroups.application;

import java.util.List;

/** One call of an out-port: its method and all that it was given. */
record Call(String method, List<Object> arguments) {
  static Call of(String method, Object... arguments) {
    return new Call(method, List.of(arguments));
  }
}
