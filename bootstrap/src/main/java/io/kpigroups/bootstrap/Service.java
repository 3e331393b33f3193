package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.bootstrap.identity.DemoIdentity;
import io.kpigroups.bootstrap.identity.Identity;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.net.URI;
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

  Service(
      ServiceConfig config,
      SqliteConfig embedded,
      Identity identity,
      Clock clock,
      HttpServer server,
      @ConfigProperty(name = "quarkus.management.host") String managementHost) {
    this.config = config;
    this.embedded = embedded;
    this.identity = identity;
    this.clock = clock;
    this.server = server;
    this.managementHost = managementHost;
  }

  @Override
  public int run(String... args) {
    Console.print(welcome());
    Quarkus.waitForExit();
    return 0;
  }

  private String welcome() {
    URI base = server.getLocalBaseUri();
    String health =
        "http://%s:%d/q/health".formatted(reachable(managementHost), server.getManagementPort());
    String store = StoreName.of(config.store());
    Optional<Path> folder =
        store.equals(StoreName.EMBEDDED)
            ? Optional.of(Path.of(embedded.path()).toAbsolutePath().normalize())
            : Optional.empty();
    Welcome welcome = new Welcome(config.store(), folder, base.toString(), health);
    return identity
        .demo()
        .map(demo -> welcome.toDemo(token(demo), DemoIdentity.VALIDITY))
        .orElseGet(welcome::toService);
  }

  private String token(DemoIdentity demo) {
    return demo.token(
        DemoData.USER, Set.of(DemoData.ACCOUNT), DemoData.PERMISSIONS, clock.instant());
  }

  private static String reachable(String host) {
    return host.equals("0.0.0.0") ? "localhost" : host;
  }
}
