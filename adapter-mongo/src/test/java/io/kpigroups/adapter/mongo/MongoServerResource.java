package io.kpigroups.adapter.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The server for the tests: the one that {@code KPIGROUPS_TEST_MONGODB} names by its connection
 * string, else one in this process. The log says which.
 */
public class MongoServerResource implements QuarkusTestResourceLifecycleManager {
  private static final Logger LOG = Logger.getLogger(MongoServerResource.class);

  private MongoServer server;

  @Override
  public Map<String, String> start() {
    String given = System.getenv("KPIGROUPS_TEST_MONGODB");
    if (given != null && !given.isBlank()) {
      LOG.warn("Tested with the MongoDB that KPIGROUPS_TEST_MONGODB names.");
    }
    String connection = given == null || given.isBlank() ? startServer() : given;
    return Map.of(
        "quarkus.mongodb.connection-string",
        connection,
        "quarkus.mongodb.database",
        "kpi_groups_test");
  }

  @Override
  public void stop() {
    if (server != null) {
      server.shutdownNow();
    }
  }

  private String startServer() {
    server = new MongoServer(new MemoryBackend());
    int port = server.bind().getPort();
    LOG.warn(
        "Tested with mongo-java-server in this process. Left out: a real MongoDB; name one by"
            + " KPIGROUPS_TEST_MONGODB.");
    // It applies a retried write twice.
    return "mongodb://localhost:" + port + "/?retryWrites=false&connectTimeoutMS=300000";
  }
}
