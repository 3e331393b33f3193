package io.kpigroups.bootstrap.identity.keys;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys that are here when the service starts, and are read and checked once. */
public final class KeySource {
  /** The setting for where a key is. */
  public static final String LOCATION = "mp.jwt.verify.publickey.location";

  private KeySource() {}

  /**
   * Reads the key or key set at a location: a file's path, a {@code file:} address, or a {@code
   * classpath:} resource.
   *
   * @throws ConfigurationException if it cannot be read or is no usable key
   */
  public static KeySet at(String location) {
    try (InputStream in = open(location)) {
      byte[] text = in.readNBytes(KeySet.MAX_BYTES + 1);
      if (text.length > KeySet.MAX_BYTES) {
        throw new IOException("It is too long.");
      }
      return text("The key at " + location, new String(text, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          LOCATION + " cannot be read: " + location + " must be a file of 256 KiB at most.");
    }
  }

  /**
   * Reads a key or key set.
   *
   * @param what what the text is, to begin a sentence with
   * @throws ConfigurationException if it is no usable key
   */
  public static KeySet text(String what, String text) {
    try {
      KeySet keys = KeySet.parse(what, text);
      if (keys.hasShortKey()) {
        throw new ConfigurationException(
            what + " is too short: an RSA key must have " + KeySet.RSA_BITS + " bits or more.");
      }
      return keys;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          what + " is no key for RS256 (RSA) or ES256 (EC on P-256), in PEM or as JWK or JWKS.");
    }
  }

  private static InputStream open(String location) throws IOException {
    if (!location.startsWith("classpath:")) {
      boolean isAddress = location.startsWith("file:");
      return Files.newInputStream(isAddress ? Path.of(URI.create(location)) : Path.of(location));
    }
    String name = location.replaceFirst("classpath:/*", "");
    InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name);
    }
    return in;
  }
}
