package io.kpigroups.bootstrap.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The file with the private key of the demo identity: a JWK that only its owner can read. */
record DemoKeyFile(Path folder) {
  private static final String NAME = "demo-key.json";

  Path path() {
    return folder.resolve(NAME).toAbsolutePath();
  }

  /**
   * Reads the key; makes one if there is none.
   *
   * @throws ConfigurationException if that does not work
   */
  EllipticCurveJsonWebKey open() {
    try {
      if (!Files.exists(path())) {
        write(newKey());
      }
      return read();
    } catch (IOException e) {
      throw new ConfigurationException(
          String.format(
              Locale.ROOT,
              "The demo key %s can be neither read nor made (%s). Make the folder writable, or set"
                  + " %s.",
              path(),
              e,
              IdentitySettings.LOCATION));
    } catch (JoseException | ClassCastException e) {
      throw new ConfigurationException(
          "The demo key "
              + path()
              + " is damaged. Delete the file: a new one is made at the next start.");
    }
  }

  private EllipticCurveJsonWebKey read() throws IOException, JoseException {
    JsonWebKey key = JsonWebKey.Factory.newJwk(Files.readString(path()));
    EllipticCurveJsonWebKey pair = (EllipticCurveJsonWebKey) key;
    if (pair.getPrivateKey() == null || pair.getKeyId() == null) {
      throw new JoseException("It is not a whole key.");
    }
    return pair;
  }

  /**
   * Whoever looks sees no file or a whole one; of two writers at once both read the first one's.
   */
  private void write(EllipticCurveJsonWebKey key) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, NAME, ".tmp", ownerOnly());
    try {
      Files.writeString(draft, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      publish(draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster: its key is as good.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** By a link, which is made or is there already; a move may replace what came in between. */
  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(path(), draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(draft, path());
    }
  }

  private FileAttribute<?>[] ownerOnly() throws IOException {
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static EllipticCurveJsonWebKey newKey() throws JoseException {
    EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    return key;
  }
}
