package io.kpigroups.adapter.client;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An upstream behind TLS whose certificate, for {@code localhost}, it signed itself. */
public class TlsUpstream implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "for-tests";
  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static int port;

  private HttpsServer server;

  static String url(String host) {
    return "https://" + host + ":" + port + "/api/v1";
  }

  /** How many requests got through to it. */
  static int requests() {
    return REQUESTS.get();
  }

  @Override
  public Map<String, String> start() {
    try {
      Path store = Files.createTempDirectory("kpi-groups-tls").resolve("store.p12");
      makeCertificate(store);
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
      byte[] group = Samples.group().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            REQUESTS.incrementAndGet();
            exchange.sendResponseHeaders(200, group.length);
            exchange.getResponseBody().write(group);
            exchange.close();
          });
      server.start();
      port = server.getAddress().getPort();
      return settings(store);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static Map<String, String> settings(Path store) {
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.tls.trusting.trust-store.p12.path", store.toString());
    settings.put("quarkus.tls.trusting.trust-store.p12.password", PASSWORD);
    settings.put("quarkus.tls.blind.trust-all", "true");
    settings.put("quarkus.tls.nameless.trust-store.p12.path", store.toString());
    settings.put("quarkus.tls.nameless.trust-store.p12.password", PASSWORD);
    settings.put("quarkus.tls.nameless.hostname-verification-algorithm", "NONE");
    return settings;
  }

  private static void makeCertificate(Path store) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "upstream",
            "-keyalg",
            "EC",
            "-validity",
            "2",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    Process keytool = new ProcessBuilder(command).inheritIO().start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
