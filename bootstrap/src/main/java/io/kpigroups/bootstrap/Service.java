package io.kpigroups.bootstrap;

import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.config.StoreName;
import io.kpigroups.bootstrap.demo.DemoData;
import io.kpigroups.bootstrap.demo.Welcome;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.observability.JvmMeters;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The service while it runs: it says where it is, then waits for its end. */
@Singleton
record Service(
    SmallRyeConfig config, Identity identity, Clock clock, HttpServer server, JvmMeters meters)
    implements QuarkusApplication {
  @Override
  public int run(String... args) {
    Console.print(welcome());
    meters.bind();
    Quarkus.waitForExit();
    return 0;
  }

  private String welcome() {
    String store = config.getConfigMapping(ServiceConfig.class).store();
    Optional<String> folder =
        Optional.of(SqliteStorage.folder(config.getConfigMapping(SqliteConfig.class)))
            .filter(path -> StoreName.of(store).equals(StoreName.EMBEDDED))
            .map(path -> path.toAbsolutePath().normalize().toString());
    // The server knows its management port only if that is not the one that was asked for.
    int port =
        server.getManagementPort() > 0
            ? server.getManagementPort()
            : config.getValue("quarkus.management.port", Integer.class);
    String management = "http://" + config.getRawValue("quarkus.management.host") + ":" + port;
    Welcome welcome = new Welcome(store, folder, server.getLocalBaseUri().toString(), management);
    return identity
        .demo()
        .map(demo -> welcome.toDemo(DemoData.token(demo, clock)))
        .orElseGet(welcome::toService);
  }
}
