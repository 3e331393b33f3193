package io.kpigroups.adapter.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a server, which can be cut, frozen, and made to lose the answer to a command. */
final class FaultyLine {
  private final int serverPort;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private boolean frozen;
  private volatile String unanswered = "";

  FaultyLine(int serverPort) {
    this.serverPort = serverPort;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
    accept(listener);
  }

  int port() {
    return port;
  }

  /** Refuses connections and breaks those that there are, as a server does that is stopped. */
  synchronized void cut() {
    close(listener);
    breakConnections();
  }

  /** Takes connections again, on the same port. */
  synchronized void mend() {
    if (listener.isClosed()) {
      listener = listen(port);
      accept(listener);
    }
    frozen = false;
    unanswered = "";
    notifyAll();
  }

  /** Accepts connections and bytes, and hands on none of them, as a server does that hangs. */
  synchronized void freeze() {
    frozen = true;
  }

  /** Breaks the connections that there are. */
  void breakConnections() {
    sockets.forEach(FaultyLine::close);
  }

  /** The server gets this command, and the connection breaks before its answer. */
  void loseAnswerTo(String command) {
    unanswered = command;
  }

  private synchronized void passWhenThawed() throws InterruptedException {
    while (frozen) {
      wait();
    }
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    daemon(
        () -> {
          while (true) {
            connect(from.accept());
          }
        });
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    sockets.add(client);
    sockets.add(server);
    boolean[] mute = {false};
    daemon(() -> pump(client, server, mute, true));
    daemon(() -> pump(server, client, mute, false));
  }

  private void pump(Socket from, Socket to, boolean[] mute, boolean request) throws Exception {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[1 << 16];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        passWhenThawed();
        if (request && !unanswered.isEmpty() && names(bytes, n, unanswered)) {
          mute[0] = true;
        }
        if (!request && mute[0]) {
          return;
        }
        out.write(bytes, 0, n);
      }
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  /** Whether the bytes hold the command's name as the key of an element of BSON. */
  private static boolean names(byte[] bytes, int length, String command) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
        .contains("\u0002" + command + "\0");
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Ends quietly when a socket was closed: that is what this class is for. */
  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException closed) {
                Thread.currentThread().interrupt();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
