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
import org.eclipse.microprofile.config.Config;

/**
 * Looks whether the ports can be opened, before anything is made for a service that would not run.
 * The server opens them last, and its failures do not say what to do.
 */
@Singleton
class Ports {
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
   * @throws ConfigurationException if one cannot be opened, with the cause and the remedy
   */
  static void check(Config config, Opener opener) {
    ListeningPort api = ListeningPort.of(config, "quarkus.http");
    ListeningPort management = ListeningPort.of(config, "quarkus.management");
    if (api.isSameAs(management)) {
      throw new ConfigurationException(
          api.key()
              + " and "
              + management.key()
              + " are both "
              + api.number()
              + " on one address: choose two ports.");
    }
    try (Closeable first = api.open(opener);
        Closeable second = management.open(opener)) {
      // Nobody has them, and this process may.
    } catch (IOException e) {
      throw new IllegalStateException("A port that was opened cannot be closed.", e);
    }
  }
}
