package io.kpigroups.adapter.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A server in this process behind a {@link FaultyLine}, reached by one connection. Never a given
 * server: a replica set would tell the driver how to get around the line.
 */
public class FaultyServerResource implements QuarkusTestResourceLifecycleManager {
  private MongoServer server;
  private FaultyLine line;

  @Override
  public Map<String, String> start() {
    server = new MongoServer(new MemoryBackend());
    line = new FaultyLine(server.bind().getPort());
    return Map.of(
        "quarkus.mongodb.connection-string",
        "mongodb://localhost:"
            + line.port()
            + "/?retryWrites=false&connectTimeoutMS=300000&maxPoolSize=1",
        "quarkus.mongodb.database",
        "kpi_groups_test");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(line, new TestInjector.MatchesType(FaultyLine.class));
  }

  @Override
  public void stop() {
    line.cut();
    server.shutdownNow();
  }
}
