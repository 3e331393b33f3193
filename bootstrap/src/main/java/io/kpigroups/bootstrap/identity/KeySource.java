package io.kpigroups.bootstrap.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/** Keys that are here when the service starts, and are read and checked once. */
final class KeySource {
  private static final Logger LOG = Logger.getLogger(KeySource.class);
  private static final String CLASS_PATH = "classpath:";

  private KeySource() {}

  /**
   * Reads the key or key set at a location: a file's path, a {@code file:} address, or a {@code
   * classpath:} resource.
   *
   * @throws ConfigurationException if it cannot be read or is no usable key
   */
  static KeySet at(String location) {
    try {
      return text("The key at " + location, read(location));
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "The key that "
              + IdentitySettings.LOCATION
              + " names cannot be read: "
              + location
              + ". Give the path of a readable file of at most "
              + KeySetText.LONGEST / 1024
              + " KiB, or the address of a JWKS.");
    }
  }

  /**
   * Reads a key or key set.
   *
   * @param what what the text is, to begin a sentence with
   * @throws ConfigurationException if it is no usable key
   */
  static KeySet text(String what, String text) {
    KeySet keys = parse(what, text);
    if (keys.hasShortKey()) {
      throw new ConfigurationException(
          what + " is too short: an RSA key must have " + KeySet.RSA_BITS + " bits or more.");
    }
    return keys;
  }

  private static KeySet parse(String what, String text) {
    try {
      KeySetText read = KeySetText.read(text);
      if (!read.keys().isEmpty()) {
        read.tellBroken(LOG, what);
        return read.keys();
      }
    } catch (JoseException e) {
      // Its message may hold the key's text, which may be a private one by mistake.
    }
    throw new ConfigurationException(
        what
            + " is no key that tokens can be verified with: an RSA public key for RS256 or one on"
            + " the curve P-256 for ES256, in PEM or as JWK or JWKS.");
  }

  private static String read(String location) throws IOException {
    if (location.startsWith(CLASS_PATH)) {
      String name = location.substring(CLASS_PATH.length()).replaceFirst("^/+", "");
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      try (InputStream in = loader.getResourceAsStream(name)) {
        if (in == null) {
          throw new FileNotFoundException(name);
        }
        return text(in);
      }
    }
    Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    try (InputStream in = Files.newInputStream(file)) {
      return text(in);
    }
  }

  private static String text(InputStream in) throws IOException {
    byte[] text = in.readNBytes(KeySetText.LONGEST + 1);
    if (text.length > KeySetText.LONGEST) {
      throw new IOException("It is too long.");
    }
    return new String(text, StandardCharsets.UTF_8);
  }
}
