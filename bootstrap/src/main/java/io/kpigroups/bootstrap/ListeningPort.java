package io.kpigroups.bootstrap;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/**
 * A port that the service listens on, as it is configured.
 *
 * @param prefix what the keys of its settings begin with
 * @param host the name of the address
 * @param address where it listens
 * @param number its number; 0 for any that is free
 * @param isUsed whether the service opens it at all
 */
record ListeningPort(String prefix, String host, InetAddress address, int number, boolean isUsed) {
  private static final int HIGHEST = 65_535;

  /** Ports below take a right that ordinary users lack on many systems. */
  private static final int FIRST_FREE = 1024;

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException if they cannot be those of any port
   */
  static ListeningPort of(Config config, String prefix) {
    int number = config.getValue(prefix + ".port", Integer.class);
    check(prefix + ".port", number);
    String host = config.getValue(prefix + ".host", String.class);
    boolean isUsed =
        config.getOptionalValue(prefix + ".host-enabled", Boolean.class).orElse(true)
            && !config
                .getOptionalValue(prefix + ".insecure-requests", String.class)
                .orElse("")
                .equalsIgnoreCase("disabled");
    return new ListeningPort(prefix, host, address(prefix, host), number, isUsed);
  }

  /**
   * Checks a number.
   *
   * @throws ConfigurationException if no port has it
   */
  static void check(String key, int number) {
    if (number < 0 || number > HIGHEST) {
      throw new ConfigurationException(
          key + " is " + number + " and must be between 0, for any port, and " + HIGHEST + ".");
    }
  }

  private static InetAddress address(String prefix, String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ConfigurationException(
          prefix
              + ".host is \""
              + host
              + "\", which is no host that is known here"
              + remedyOfHost());
    }
  }

  private static String remedyOfHost() {
    return ": set it to an address of this machine, or to 0.0.0.0 for all of them.";
  }

  /** The key of the setting for its number. */
  String key() {
    return prefix + ".port";
  }

  /** Whether whoever connects could come to the one as well as to the other. */
  boolean isSameAs(ListeningPort other) {
    return isUsed
        && other.isUsed
        && number == other.number
        && number != 0
        && (address.equals(other.address)
            || address.isAnyLocalAddress()
            || other.address.isAnyLocalAddress());
  }

  /**
   * Opens it.
   *
   * @throws ConfigurationException if that does not work
   */
  Closeable open(Ports.Opener opener) {
    if (!isUsed) {
      return () -> {};
    }
    try {
      return opener.open(address, number);
    } catch (IOException e) {
      throw new ConfigurationException(
          isOfThisMachine(opener)
              ? refusal(number, host, key(), e)
              : prefix
                  + ".host is \""
                  + host
                  + "\", where this machine does not listen ("
                  + e.getMessage()
                  + ")"
                  + remedyOfHost());
    }
  }

  private boolean isOfThisMachine(Ports.Opener opener) {
    try (Closeable any = opener.open(address, 0)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Why a port cannot be opened, and what to do. The system says whether it is taken or guarded.
   */
  static String refusal(int number, String host, String key, IOException why) {
    String right =
        number < FIRST_FREE
            ? "give this program the right to ports below " + FIRST_FREE + ", "
            : "";
    return "Port "
        + number
        + " on "
        + host
        + " cannot be opened ("
        + why.getMessage()
        + "): "
        + right
        + "end the program that has it, or choose another by "
        + key
        + ".";
  }
}
