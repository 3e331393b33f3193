package io.kpigroups.bootstrap.identity.keys;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The address of a key set, checked when the service starts. */
public final class KeyAddress {
  private static final Logger LOG = Logger.getLogger(KeyAddress.class);

  /** Unencrypted addresses that nobody else can listen to. */
  private static final Pattern SAFE =
      Pattern.compile("(?i)https:.*|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1])([:/?].*)?");

  private KeyAddress() {}

  /** Whether a location is meant as one; the others are files and resources. */
  public static boolean isMeantBy(String location) {
    return location.matches("(?is)https?:.*");
  }

  /**
   * Reads the address. A refusal does not repeat it: it may contain a password.
   *
   * @throws ConfigurationException if nothing can be fetched from there
   */
  public static URI of(String location) {
    try {
      URI address = new URI(location);
      int port = address.getPort();
      require(address.getRawUserInfo() == null, "has a user or password, which are not sent.");
      require(address.getHost() != null, "names no host, or none that can be called.");
      require(port == -1 || port > 0 && port <= 65_535, "names a port that there is not.");
      require(address.getRawFragment() == null, "has a fragment (#), which is not sent.");
      if (!SAFE.matcher(location).matches()) {
        LOG.warn("Keys come unencrypted, so others could be any user, from " + address.getHost());
      }
      return address;
    } catch (URISyntaxException e) {
      throw refusal("is no address.");
    }
  }

  private static void require(boolean isRight, String otherwise) {
    if (!isRight) {
      throw refusal(otherwise);
    }
  }

  private static ConfigurationException refusal(String mistake) {
    return new ConfigurationException(
        KeySource.LOCATION + " must be a file or the https address of a key set; this " + mistake);
  }
}
