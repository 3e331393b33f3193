package io.kpigroups.bootstrap.identity.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that connects whoever asks by CONNECT, wherever to, with a server on this machine. */
public final class Tunnel implements AutoCloseable {
  private final ServerSocket listener;
  private final int to;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** A proxy that hands everything on to this server. */
  public Tunnel(KeyServer server) {
    to = server.port();
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    inBackground(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return listener.getLocalPort();
  }

  /** The heads of the requests that it got. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      inBackground(() -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to)) {
      asked.add(head(client.getInputStream()));
      OutputStream out = client.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      inBackground(() -> client.getInputStream().transferTo(server.getOutputStream()));
      server.getInputStream().transferTo(out);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("There was no whole request: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** A connection that breaks off is the end of its task, and of nothing else. */
  private static void inBackground(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            },
            "tunnel");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a thread does. */
  @FunctionalInterface
  private interface Task {
    void run() throws IOException;
  }
}
