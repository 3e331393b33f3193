package io.kpigroups.bootstrap.service;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where KPIs are entered and removed: in the service under test, unless that only forwards. Then
 * they are in the service behind it, as they are for those who use both.
 */
final class Register {
  private static final Pattern ENTRY = Pattern.compile("/kpis/(?!groups$)[^/]+");
  private static volatile Optional<URI> elsewhere = Optional.empty();

  private Register() {}

  /** From now on KPIs are entered in this service. */
  static void isIn(URI service) {
    elsewhere = Optional.of(service);
  }

  /** From now on KPIs are entered in the service under test. */
  static void isHere() {
    elsewhere = Optional.empty();
  }

  /** The address at which a path is changed. */
  static String address(String path) {
    boolean entry = ENTRY.matcher(path).matches();
    String base = elsewhere.filter(service -> entry).map(URI::toString).orElse("");
    return base + Client.API + path;
  }
}
