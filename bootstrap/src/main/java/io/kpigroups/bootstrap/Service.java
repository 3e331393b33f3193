package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.bootstrap.identity.DemoIdentity;
import io.kpigroups.bootstrap.identity.Identity;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service while it runs: it says where it is, then waits for its end. */
final class Service implements QuarkusApplication {
  private final ServiceConfig config;
  private final SqliteConfig embedded;
  private final Identity identity;
  private final Clock clock;
  private final HttpServer server;
  private final String managementHost;
  private final int managementPort;

  Service(
      ServiceConfig config,
      SqliteConfig embedded,
      Identity identity,
      Clock clock,
      HttpServer server,
      @ConfigProperty(name = "quarkus.management.host") String managementHost,
      @ConfigProperty(name = "quarkus.management.port") int managementPort) {
    this.config = config;
    this.embedded = embedded;
    this.identity = identity;
    this.clock = clock;
    this.server = server;
    this.managementHost = managementHost;
    this.managementPort = managementPort;
  }

  @Override
  public int run(String... args) {
    Console.print(welcome());
    Quarkus.waitForExit();
    return 0;
  }

  private String welcome() {
    String base = Welcome.reachable(server.getLocalBaseUri().toString());
    String health =
        Welcome.reachable("http://" + managementHost + ":" + managementPort() + "/q/health");
    String store = StoreName.of(config.store());
    Optional<Path> folder =
        store.equals(StoreName.EMBEDDED)
            ? Optional.of(SqliteStorage.folder(embedded).toAbsolutePath().normalize())
            : Optional.empty();
    Welcome welcome = new Welcome(config.store(), folder, base, health);
    return identity
        .demo()
        .map(demo -> welcome.toDemo(token(demo), DemoIdentity.VALIDITY))
        .orElseGet(welcome::toService);
  }

  private String token(DemoIdentity demo) {
    return demo.token(
        DemoData.USER, Set.of(DemoData.ACCOUNT), DemoData.PERMISSIONS, clock.instant());
  }

  /** The server knows its management port only if that is not the one that was asked for. */
  private int managementPort() {
    return server.getManagementPort() > 0 ? server.getManagementPort() : managementPort;
  }
}
