package io.kpigroups.bootstrap.identity.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for {@code localhost} of an authority that nobody knows: itself.
 *
 * @param store a PKCS 12 file with it and its private key
 */
public record PrivateCertificate(Path store) {
  /** The password of the store. */
  public static final String PASSWORD = "for-tests";

  /** Makes one in a new folder. */
  public static PrivateCertificate make() {
    try {
      Path store = Files.createTempDirectory("kpi-groups-tls").resolve("store.p12");
      Process keytool = new ProcessBuilder(command(store)).inheritIO().start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool made no certificate");
      }
      return new PrivateCertificate(store);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a server needs to show the certificate. */
  public SSLContext context() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(Path store) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", "provider", "-keyalg", "EC"));
    command.addAll(List.of("-validity", "2", "-dname", "CN=localhost"));
    command.addAll(List.of("-ext", "san=dns:localhost", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    return command;
  }
}
