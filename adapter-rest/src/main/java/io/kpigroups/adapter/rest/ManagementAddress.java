package io.kpigroups.adapter.rest;

import io.quarkus.vertx.http.HttpServer;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where health and version are: on a port of their own. */
@ApplicationScoped
class ManagementAddress {
  private static final String HOST = "[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]";

  private final IntSupplier port;

  /** The server knows its management port only if that is not the one that was asked for. */
  @Inject
  ManagementAddress(
      HttpServer server, @ConfigProperty(name = "quarkus.management.port") int configured) {
    this(() -> server.getManagementPort() > 0 ? server.getManagementPort() : configured);
  }

  ManagementAddress(IntSupplier port) {
    this.port = port;
  }

  int port() {
    return port.getAsInt();
  }

  /** The address on the host that this request was sent to, as far as that can be known. */
  String seenBy(RoutingContext http) {
    HostAndPort authority = http.request().authority();
    String host = authority == null ? "localhost" : authority.host();
    return "http://" + (host.matches(HOST) ? host : "localhost") + ":" + port();
  }
}
