package io.kpigroups.adapter.mongo.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A proxy in front of a server that can be cut, frozen, and made to fail some commands. */
public final class FaultyProxy {
  private final int serverPort;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<String, Fault> next = new ConcurrentHashMap<>();
  private ServerSocket listener;
  private boolean frozen;

  public FaultyProxy(int serverPort) {
    this.serverPort = serverPort;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
    accept(listener);
  }

  public int port() {
    return port;
  }

  /** Refuses connections and breaks those that there are, as a server does that is stopped. */
  public synchronized void cut() {
    close(listener);
    breakConnections();
  }

  /** Takes connections again, on the same port, and does all that it should. */
  public synchronized void mend() {
    if (listener.isClosed()) {
      listener = listen(port);
      accept(listener);
    }
    frozen = false;
    faults.clear();
    next.clear();
    notifyAll();
  }

  /** Accepts connections and bytes, and hands on none of them, as a server does that hangs. */
  public synchronized void freeze() {
    frozen = true;
  }

  /** Breaks the connections that there are. */
  public void breakConnections() {
    sockets.forEach(FaultyProxy::close);
  }

  /** What befalls all commands of this name, until the proxy is mended. */
  public void each(String command, Fault fault) {
    faults.put(command, fault);
  }

  /** What befalls the next command of this name. */
  public void next(String command, Fault fault) {
    next.put(command, fault);
  }

  private Optional<Fault> faultOf(String command) {
    return Optional.ofNullable(next.remove(command))
        .or(() -> Optional.ofNullable(faults.get(command)));
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
    ProxiedConnection connection = new ProxiedConnection(client, server, this::faultOf);
    daemon(() -> pump(client, server, connection::request));
    daemon(() -> pump(server, client, connection::answer));
  }

  private interface Sink {
    void take(WireMessage message) throws IOException;
  }

  private void pump(Socket from, Socket to, Sink sink) throws Exception {
    try (from;
        to) {
      Optional<WireMessage> message = WireMessage.read(from.getInputStream());
      while (message.isPresent()) {
        passWhenThawed();
        sink.take(message.get());
        message = WireMessage.read(from.getInputStream());
      }
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
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
