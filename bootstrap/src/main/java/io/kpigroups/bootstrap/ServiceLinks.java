package io.kpigroups.bootstrap;

import java.util.regex.Pattern;

/**
 * The variables that Kubernetes puts into each pod for every Service of its namespace. Those of a
 * Service whose name begins with {@code kpigroups} look like settings of ours.
 */
final class ServiceLinks {
  private static final Pattern NAME =
      Pattern.compile(
          "\\w+_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)");

  /** Ends as somebody's guess at a setting may end, so that the value must tell. */
  private static final Pattern SHORT_NAME = Pattern.compile("\\w+_PORT");

  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.+");

  private ServiceLinks() {}

  /** Whether Kubernetes writes such a variable with such a value. */
  static boolean isOne(String variable, String value) {
    return NAME.matcher(variable).matches()
        || (SHORT_NAME.matcher(variable).matches() && ADDRESS.matcher(value).matches());
  }
}
