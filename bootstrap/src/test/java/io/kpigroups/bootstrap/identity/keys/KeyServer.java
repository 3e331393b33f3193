package io.kpigroups.bootstrap.identity.keys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that hands out a key set, over TLS if it has a certificate. */
public final class KeyServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile byte[] body;
  private volatile int status = 200;
  private volatile boolean hangsAtOnce;
  private volatile boolean hangsInTheBody;

  /** A server that answers this. */
  public KeyServer(Optional<PrivateCertificate> certificate, String keys) {
    body = keys.getBytes(StandardCharsets.UTF_8);
    try {
      server = certificate.isPresent() ? secured(certificate.get()) : HttpServer.create();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static HttpServer secured(PrivateCertificate certificate) throws IOException {
    HttpsServer secured = HttpsServer.create();
    secured.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    return secured;
  }

  /** Where the keys are, by this name of this machine. */
  public URI address(String host) {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://" + host + ":" + port() + "/keys");
  }

  int port() {
    return server.getAddress().getPort();
  }

  void answers(int newStatus, String text) {
    status = newStatus;
    body = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Has it answer nothing. */
  void hangAtOnce() {
    hangsAtOnce = true;
  }

  /** Has it answer all but the end. */
  void hangInTheBody() {
    hangsInTheBody = true;
  }

  /** The lines of the requests that reached it. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    hangIf(hangsAtOnce);
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, body.length + (hangsInTheBody ? 1 : 0));
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
      out.flush();
      hangIf(hangsInTheBody);
    }
  }

  private void hangIf(boolean hangs) {
    try {
      if (hangs) {
        end.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
