package io.kpigroups.bootstrap.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        make();
      }
      EllipticCurveJsonWebKey key =
          (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(path()));
      if (key.getPrivateKey() == null || key.getKeyId() == null) {
        throw new JoseException("It is not a whole key.");
      }
      return key;
    } catch (IOException e) {
      throw new ConfigurationException(
          "The demo key " + path() + " cannot be read or made (" + e + "): check the folder.");
    } catch (JoseException | ClassCastException e) {
      throw new ConfigurationException(
          "The demo key " + path() + " is damaged. Delete it: the next start makes a new one.");
    }
  }

  /**
   * Makes the key in a temporary file, which Java lets only its owner read, and then links it, so
   * that other processes see no file or a whole one. A move could replace the key of another one.
   */
  private void make() throws IOException, JoseException {
    EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, NAME, ".tmp");
    try {
      Files.writeString(draft, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      Files.createLink(path(), draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster: its key is as good.
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(draft, path());
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
