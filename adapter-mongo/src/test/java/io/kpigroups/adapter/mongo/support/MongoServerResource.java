package io.kpigroups.adapter.mongo.support;

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

  private static final String CONNECTION = "quarkus.mongodb.connection-string";
  private static final String DATABASE = "kpi_groups_test";

  private MongoServer server;

  @Override
  public Map<String, String> start() {
    String given = System.getenv("KPIGROUPS_TEST_MONGODB");
    if (given != null && !given.isBlank()) {
      LOG.warn("Tested with the MongoDB that KPIGROUPS_TEST_MONGODB names.");
    }
    return given == null || given.isBlank()
        ? Map.of(CONNECTION, startServer())
        : Map.of(CONNECTION, given, "quarkus.mongodb.database", DATABASE);
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
    String options = "retryWrites=false&connectTimeoutMS=300000";
    return "mongodb://localhost:" + port + "/" + DATABASE + "?" + options;
  }
}
