package io.kpigroups.bootstrap.service.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of an address behind its question mark. */
public final class Parameter {
  private Parameter() {}

  /** A value as it stands there. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A parameter with its value, to be put behind others. */
  public static String with(String name, String value) {
    return "&" + name + "=" + encoded(value);
  }

  /** The value of a parameter of an address, as it stands there. */
  public static Optional<String> value(String address, String name) {
    Matcher parameter = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
    return parameter.find() ? Optional.of(parameter.group(1)) : Optional.empty();
  }
}
