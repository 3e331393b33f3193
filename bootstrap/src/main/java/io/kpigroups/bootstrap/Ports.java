package io.kpigroups.bootstrap;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Looks whether the ports can be opened, before anything is made for a service that would not run.
 * The server opens them last, and its failures do not say what to do.
 */
@Singleton
class Ports {
  /** Opened only where there is a certificate, which is for Quarkus to judge. */
  private static final String TLS_PORT = "quarkus.http.ssl-port";

  /** Opens a port for a moment. */
  @FunctionalInterface
  interface Opener {
    Closeable open(InetAddress address, int port) throws IOException;
  }

  void check(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, Config config) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      check(config, Ports::open);
    }
  }

  static ServerSocket open(InetAddress address, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Checks the ports of the API and of the management, both at once.
   *
   * @throws ConfigurationException if one cannot be opened, with the cause and the remedy of each
   */
  static void check(Config config, Opener opener) {
    List<String> wrong = new ArrayList<>();
    List<ListeningPort> ports = new ArrayList<>();
    for (String prefix : List.of("quarkus.http", "quarkus.management")) {
      attempt(wrong, () -> ports.add(ListeningPort.of(config, prefix)));
    }
    config
        .getOptionalValue(TLS_PORT, Integer.class)
        .ifPresent(number -> attempt(wrong, () -> ListeningPort.check(TLS_PORT, number)));
    if (ports.size() == 2 && ports.get(0).isSameAs(ports.get(1))) {
      wrong.add(same(ports.get(0), ports.get(1)));
    } else {
      ports.forEach(port -> attempt(wrong, () -> openAndClose(port, opener)));
    }
    if (!wrong.isEmpty()) {
      throw new ConfigurationException(String.join("\n", wrong));
    }
  }

  private static void attempt(List<String> wrong, Runnable step) {
    try {
      step.run();
    } catch (ConfigurationException e) {
      wrong.add(e.getMessage());
    }
  }

  private static String same(ListeningPort api, ListeningPort management) {
    return api.key()
        + " and "
        + management.key()
        + " are both "
        + api.number()
        + " on one address: choose two ports.";
  }

  private static void openAndClose(ListeningPort port, Opener opener) {
    try (Closeable opened = port.open(opener)) {
      // Nobody has it, and this process may.
    } catch (IOException e) {
      throw new IllegalStateException("A port that was opened cannot be closed.", e);
    }
  }
}
