package io.kpigroups.adapter.mongo.support;

import de.bwaldvogel.mongo.MongoServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The server for the tests: the one that {@code KPIGROUPS_TEST_MONGODB} names by its connection
 * string, else one in this process. The log says which.
 */
public class MongoServerResource implements QuarkusTestResourceLifecycleManager {
  /** The variable of the environment that names a server. */
  public static final String GIVEN = "KPIGROUPS_TEST_MONGODB";

  private static final Logger LOG = Logger.getLogger(MongoServerResource.class);

  private static final String CONNECTION = "quarkus.mongodb.connection-string";
  private static final String DATABASE = "kpi_groups_test";

  private MongoServer server;

  /** Whether a server is named. */
  public static boolean isGiven() {
    return !Optional.ofNullable(System.getenv(GIVEN)).orElse("").isBlank();
  }

  @Override
  public Map<String, String> start() {
    if (!isGiven()) {
      return Map.of(CONNECTION, startServer());
    }
    LOG.warn("Tested with the MongoDB that " + GIVEN + " names.");
    return Map.of(CONNECTION, System.getenv(GIVEN), "quarkus.mongodb.database", DATABASE);
  }

  @Override
  public void stop() {
    if (server != null) {
      server.shutdownNow();
    }
  }

  private String startServer() {
    server = new MongoServer(new SnapshotBackend());
    int port = server.bind().getPort();
    LOG.warn(
        "Tested with mongo-java-server in this process. Left out: a real MongoDB; name one by "
            + GIVEN
            + ".");
    // It applies a retried write twice.
    String options = "retryWrites=false&connectTimeoutMS=300000";
    return "mongodb://localhost:" + port + "/" + DATABASE + "?" + options;
  }
}
