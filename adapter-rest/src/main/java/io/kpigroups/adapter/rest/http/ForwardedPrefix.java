package io.kpigroups.adapter.rest.http;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * The start of the path that a proxy in front of the service has taken away, if the installation
 * trusts the proxy to say so: Quarkus puts it in front of the request's URI, and not of its path.
 */
public final class ForwardedPrefix {
  /**
   * Segments that need no escape in a link, none of them empty or of dots: no other server.
   * Possessive, since the pattern would else call itself for every character.
   */
  private static final Pattern PLAIN =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~!$&'()*+=:@-]|%[0-9A-Fa-f]{2})++)++");

  private ForwardedPrefix() {}

  /** The prefix, with a slash in front and none behind; empty if there is none, or no plain one. */
  public static String of(RoutingContext http) {
    String path = String.valueOf(http.request().path());
    String full = http.request().uri().split("\\?", 2)[0];
    if (!full.endsWith(path)) {
      return "";
    }
    String prefix = full.substring(0, full.length() - path.length());
    return PLAIN.matcher(prefix).matches() ? prefix : "";
  }

  /** The request's path as its sender knows it, without the query. */
  public static String pathOf(RoutingContext http) {
    return of(http) + http.request().path();
  }
}
