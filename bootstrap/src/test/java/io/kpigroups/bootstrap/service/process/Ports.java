package io.kpigroups.bootstrap.service.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that must be found on the same one after they were away. */
public final class Ports {
  /** Below the range from which systems take ports for whoever names none. */
  private static final int LEAST = 20_000;

  private static final int MOST = 32_000;

  private Ports() {}

  /** One that is free, and that nobody is given who only connects meanwhile. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // The next one.
      }
    }
  }
}
