package io.kpigroups.bootstrap.config;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Checks that the service can open its ports, before it makes anything else. The server opens them
 * last, and its failures do not say what to do.
 */
public class Ports {
  private static final String API = "quarkus.http.port";
  private static final String TLS = "quarkus.http.ssl-port";
  private static final List<String> KEYS = List.of(API, TLS, "quarkus.management.port");
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "quarkus\\.(http\\.tls-configuration-name"
              + "|http\\.ssl\\.certificate\\.(files|key-store-file)"
              + "|tls\\.key-store\\.(p12\\.path|jks\\.path|pem\\..+))");

  private static final String OTHER_HOST =
      ": set it to an address of this machine, or to 0.0.0.0 for all of them.";

  private static final int HIGHEST = 65_535;

  /** On many systems, ordinary users may not open a port below this one. */
  private static final int FIRST_FREE = 1024;

  private final Config config;

  /** The ports that these settings name. */
  public Ports(Config config) {
    this.config = config;
  }

  /** Opens a port and closes it. */
  void tryOut(InetSocketAddress address) throws IOException {
    new ServerSocket(address.getPort(), 0, address.getAddress()).close();
  }

  /**
   * Checks the ports of the API and of the management, all at once.
   *
   * @throws ConfigurationException if one cannot be opened, with the cause and the remedy of each
   */
  public void check() {
    SettingsCheck.refuse(KEYS.stream().flatMap(key -> wrong(key).stream()).distinct());
  }

  private Optional<String> wrong(String key) {
    if (!isInRange(key)) {
      return sentence(
          "%s is %d and must be between 0, for any port, and %d.", key, number(key), HIGHEST);
    }
    if (!isOpened(key)) {
      return Optional.empty();
    }
    InetSocketAddress address = address(key);
    if (address.isUnresolved()) {
      return sentence(
          "%s is \"%s\", which is no host that is known here" + OTHER_HOST,
          hostOf(key),
          address.getHostString());
    }
    for (String other : KEYS.subList(KEYS.indexOf(key) + 1, KEYS.size())) {
      if (isInRange(other) && isOpened(other) && overlap(address, address(other))) {
        return sentence(
            "%s and %s are both %d on one address: choose two ports.", key, other, number(key));
      }
    }
    try {
      tryOut(address);
      return Optional.empty();
    } catch (IOException e) {
      return isOfThisMachine(address)
          ? refusal(address.getPort(), address.getHostString(), key, e)
          : sentence(
              "%s is \"%s\", where this machine does not listen (%s)" + OTHER_HOST,
              hostOf(key),
              address.getHostString(),
              String.valueOf(e.getMessage()));
    }
  }

  /** Whether the system can choose a port there. */
  private boolean isOfThisMachine(InetSocketAddress address) {
    try {
      tryOut(new InetSocketAddress(address.getAddress(), 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a connection to one could reach the other. */
  private static boolean overlap(InetSocketAddress one, InetSocketAddress other) {
    return one.getPort() == other.getPort()
        && one.getPort() != 0
        && !other.isUnresolved()
        && (one.equals(other)
            || one.getAddress().isAnyLocalAddress()
            || other.getAddress().isAnyLocalAddress());
  }

  /** Settings may switch a port off; that for TLS is opened only where there is a certificate. */
  private boolean isOpened(String key) {
    return !isSet(hostOf(key) + "-enabled", "false")
        && !(key.equals(API) && isSet("quarkus.http.insecure-requests", "disabled"))
        && !(key.equals(TLS) && !hasCertificate());
  }

  private boolean hasCertificate() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> CERTIFICATE.matcher(name).matches())
        .anyMatch(name -> config.getOptionalValue(name, String.class).isPresent());
  }

  private boolean isSet(String key, String value) {
    return config.getOptionalValue(key, String.class).filter(value::equalsIgnoreCase).isPresent();
  }

  private boolean isInRange(String key) {
    return number(key) >= 0 && number(key) <= HIGHEST;
  }

  private int number(String key) {
    return config.getValue(key, Integer.class);
  }

  private InetSocketAddress address(String key) {
    return new InetSocketAddress(config.getValue(hostOf(key), String.class), number(key));
  }

  private static String hostOf(String key) {
    return key.substring(0, key.lastIndexOf('.')) + ".host";
  }

  /** What to do about a port that was free at the check, and that the server could not open. */
  public static Optional<String> refusal(QuarkusBindException e) {
    return refusal(e.getPort(), e.getHost(), API, e);
  }

  /** Some locales word the cause otherwise; then the advice is for whatever it may be. */
  private static Optional<String> refusal(int number, String host, String key, IOException why) {
    String cause = String.valueOf(why.getMessage());
    boolean mayBeGuarded = number < FIRST_FREE && !cause.contains("in use");
    boolean mayBeTaken = !cause.contains("Permission denied");
    return sentence(
        "Port %d on %s cannot be opened (%s): %s%s%schoose another by %s.",
        number,
        host,
        cause,
        mayBeGuarded ? "give this program the right to ports below " + FIRST_FREE + ", " : "",
        mayBeTaken ? "end the program that has it, " : "",
        mayBeGuarded || mayBeTaken ? "or " : "",
        key);
  }

  private static Optional<String> sentence(String sentence, Object... parts) {
    return Optional.of(String.format(Locale.ROOT, sentence, parts));
  }
}
