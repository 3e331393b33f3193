package io.kpigroups.adapter.mongo.support;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A server in this process behind a {@link FaultyProxy}, reached by one connection. Never a given
 * server: a replica set would tell the driver how to get around the proxy.
 */
public class FaultyServerResource implements QuarkusTestResourceLifecycleManager {
  private MongoServer server;
  private FaultyProxy proxy;

  @Override
  public Map<String, String> start() {
    server = new MongoServer(new MemoryBackend());
    proxy = new FaultyProxy(server.bind().getPort());
    return Map.of(
        "quarkus.mongodb.connection-string",
        "mongodb://localhost:"
            + proxy.port()
            + "/?retryWrites=false&connectTimeoutMS=300000&maxPoolSize=1",
        "quarkus.mongodb.database",
        "kpi_groups_test");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(proxy, new TestInjector.MatchesType(FaultyProxy.class));
  }

  @Override
  public void stop() {
    proxy.cut();
    server.shutdownNow();
  }
}
