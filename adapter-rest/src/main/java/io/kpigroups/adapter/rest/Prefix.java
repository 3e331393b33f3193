package io.kpigroups.adapter.rest;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * What a proxy in front of the service puts before its paths, if an installation lets a proxy say
 * so: Quarkus has put it before the request's URI then, and left its path alone.
 */
final class Prefix {
  /** Segments that need no escape in a link, none of them empty or of dots: no other server. */
  private static final Pattern PLAIN =
      Pattern.compile("(/(?!\\.{1,2}(/|$))([A-Za-z0-9._~!$&'()*+=:@-]|%[0-9A-Fa-f]{2})+)+");

  private Prefix() {}

  /** The prefix, with a slash in front and none behind; empty if there is none, or no plain one. */
  static String of(RoutingContext http) {
    String path = String.valueOf(http.request().path());
    String full = http.request().uri().split("\\?", 2)[0];
    if (!full.endsWith(path)) {
      return "";
    }
    String prefix = full.substring(0, full.length() - path.length());
    return PLAIN.matcher(prefix).matches() ? prefix : "";
  }

  /** The request's path as its sender knows it, without the query. */
  static String pathOf(RoutingContext http) {
    return of(http) + http.request().path();
  }
}
