package io.kpigroups.adapter.client;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** An upstream that does as a test tells it, down to the bytes, and remembers what it was asked. */
public class StubUpstream implements QuarkusTestResourceLifecycleManager {
  private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
  private static volatile Function<Asked, Reply> script = asked -> Reply.nothing();
  private static volatile CountDownLatch hanging = new CountDownLatch(1);
  private static volatile String url = "";

  /** Counts the scripts. */
  private static volatile int era;

  private final ServerSocket server = bind();

  /** From now on answers by this script, and has been asked nothing. */
  static synchronized void follows(Function<Asked, Reply> newScript) {
    era++;
    hanging.countDown();
    hanging = new CountDownLatch(1);
    script = newScript;
    ASKED.clear();
  }

  /** From now on gives the same answer to everybody. */
  static void answers(Reply reply) {
    follows(asked -> reply);
  }

  /** The base of its API. */
  static String url() {
    return url;
  }

  /** The number of its script. */
  static int era() {
    return era;
  }

  /** What it was asked since its script was given. */
  static List<Asked> asked() {
    return List.copyOf(ASKED);
  }

  /** A reply that does not come until another script is given. */
  static Reply hang() {
    CountDownLatch until = hanging;
    return out -> {
      try {
        until.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return false;
    };
  }

  @Override
  public Map<String, String> start() {
    daemon(this::accept);
    url = "http://127.0.0.1:" + server.getLocalPort() + "/api/v1";
    return Map.of("kpigroups.upstream.url", url);
  }

  @Override
  public void stop() {
    hanging.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean open = true;
      while (open) {
        String line = line(in);
        if (line.isEmpty()) {
          return;
        }
        Asked asked = read(line, in);
        if (!isForNow(asked)) {
          return;
        }
        open = script.apply(asked).write(socket.getOutputStream());
      }
    } catch (IOException e) {
      // The client is gone; a test that minds sees it at its end.
    }
  }

  /**
   * Remembers a request, unless its call was made under an earlier script: one that was given up
   * may come late, into another test.
   */
  private static synchronized boolean isForNow(Asked asked) {
    String token = asked.headers().get("authorization");
    return (token == null || token.equals(TestToken.header())) && ASKED.add(asked);
  }

  private static Asked read(String requestLine, InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] words = requestLine.split(" ");
    return new Asked(words[0], words[1], Map.copyOf(headers), body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != -1 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "stub upstream");
    thread.setDaemon(true);
    thread.start();
  }

  private static ServerSocket bind() {
    try {
      return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
