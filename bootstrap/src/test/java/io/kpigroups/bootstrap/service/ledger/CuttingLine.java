package io.kpigroups.bootstrap.service.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between two programs. While it is bad, it hands on so many bytes of each connection, in
 * one of its directions, and then cuts it: in the middle of a request or of an answer.
 */
public final class CuttingLine implements AutoCloseable {
  private final ServerSocket listener;
  private final int to;
  private final int mostBytes;
  private final Random random;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requestsCut = new AtomicInteger();
  private final AtomicInteger answersCut = new AtomicInteger();
  private volatile boolean bad;

  private CuttingLine(ServerSocket listener, int to, int mostBytes, Random random) {
    this.listener = listener;
    this.to = to;
    this.mostBytes = mostBytes;
    this.random = random;
  }

  /** A line to this port; a bad one cuts a connection after {@code mostBytes} at the latest. */
  public static CuttingLine to(int port, int mostBytes, Random random) throws IOException {
    ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    CuttingLine line = new CuttingLine(listener, port, mostBytes, random);
    daemon(line::accept);
    return line;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Cuts connections from now on, those that are open at once. */
  public void turnBad() {
    bad = true;
    sockets.forEach(CuttingLine::close);
  }

  /** Hands on everything again. */
  public void mend() {
    bad = false;
    sockets.forEach(CuttingLine::close);
  }

  public int requestsCut() {
    return requestsCut.get();
  }

  public int answersCut() {
    return answersCut.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    sockets.forEach(CuttingLine::close);
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      connect(listener.accept());
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
    sockets.add(client);
    sockets.add(server);
    int cutAfter = bad ? 1 + random.nextInt(mostBytes) : Integer.MAX_VALUE;
    boolean cutRequest = random.nextBoolean();
    int requests = cutRequest ? cutAfter : Integer.MAX_VALUE;
    int answers = cutRequest ? Integer.MAX_VALUE : cutAfter;
    daemon(() -> pass(client, server, requests, requestsCut));
    daemon(() -> pass(server, client, answers, answersCut));
  }

  private void pass(Socket from, Socket to, int most, AtomicInteger cuts) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[1 << 14];
      int left = most;
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        out.write(bytes, 0, Math.min(n, left));
        left -= n;
        if (left <= 0) {
          cuts.incrementAndGet();
          return;
        }
      }
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Ends quietly when a socket was closed: that is what this class is for. */
  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
