package io.kpigroups.bootstrap.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The address of a key set, checked when the service starts. */
final class KeyAddress {
  private static final Logger LOG = Logger.getLogger(KeyAddress.class);
  private static final int LAST_PORT = 65_535;
  private static final Pattern OF_THE_WEB = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private KeyAddress() {}

  /** Whether a location is meant as one; the others are files and resources. */
  static boolean isMeantBy(String location) {
    return OF_THE_WEB.matcher(location).matches();
  }

  /**
   * The address. It is not repeated in a refusal: a password may be part of it.
   *
   * @throws ConfigurationException if nothing can be fetched from there
   */
  static URI of(String location) {
    URI address = parsed(location);
    mistake(address)
        .ifPresent(
            mistake -> {
              throw refusal("the address " + mistake);
            });
    if (isOpen(address)) {
      LOG.warn(
          "Keys come from "
              + address.getHost()
              + " unencrypted, and whoever is between can pose as any user: "
              + IdentitySettings.LOCATION
              + " is not https.");
    }
    return address;
  }

  private static URI parsed(String location) {
    try {
      return URI.create(location);
    } catch (IllegalArgumentException e) {
      throw refusal("it is no address");
    }
  }

  private static Optional<String> mistake(URI address) {
    if (address.getRawUserInfo() != null) {
      return Optional.of("holds a user name or password, which are not sent");
    }
    if (address.getHost() == null) {
      return Optional.of("names no host, or none that can be called");
    }
    if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
      return Optional.of("names a port that there is not");
    }
    return address.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("has a fragment (#), which is not sent");
  }

  private static boolean isOpen(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return address.getScheme().equalsIgnoreCase("http") && !THIS_MACHINE.matcher(host).matches();
  }

  private static ConfigurationException refusal(String mistake) {
    return new ConfigurationException(
        IdentitySettings.LOCATION
            + " must be the https address of a key set, such as https://id.example.com/keys, or a"
            + " file: "
            + mistake
            + ".");
  }
}
