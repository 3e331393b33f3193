package io.kpigroups.bootstrap.service.find;

import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.User;

/** Cursors as a client comes by them. */
final class Cursors {
  private Cursors() {}

  /** The address of a list with more parameters, each with its name. */
  static String and(String list, String parameters) {
    return list + (list.endsWith("?") || list.endsWith("&") ? "" : "&") + parameters;
  }

  /** The cursor that leads on behind a page. */
  static String behind(User user, String page) {
    String next = user.get(page).has(200).next().orElseThrow();
    return Parameter.value(next, "cursor").orElseThrow();
  }
}
