package io.kpigroups.bootstrap.service.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Tokens;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The packaged service with its MongoDB store: on the server that {@code KPIGROUPS_TEST_MONGODB}
 * names by its connection string, in a database that is made for this run and dropped behind it;
 * else on a server in this process. The log says which.
 */
public final class MongoService implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(MongoService.class);

  private final Optional<String> given =
      Optional.ofNullable(System.getenv("KPIGROUPS_TEST_MONGODB")).filter(text -> !text.isBlank());
  private final String database = "kpi_groups_it_" + Client.randomId();
  private final MongoServer own = new MongoServer(new MemoryBackend());

  private final ServiceProcess service;

  public MongoService() throws IOException {
    this(Map.of());
  }

  /** With these settings too. */
  public MongoService(Map<String, String> more) throws IOException {
    LOG.warn(
        given.isPresent()
            ? "The service is tested with the MongoDB that KPIGROUPS_TEST_MONGODB names."
            : "The service is tested with mongo-java-server in this process. Left out: a real"
                + " MongoDB; name one by KPIGROUPS_TEST_MONGODB.");
    var settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.store", "mongo");
    settings.put("kpigroups.deadline", EmbeddedService.UNHURRIED);
    settings.put(
        "quarkus.mongodb.connection-string",
        given.orElseGet(() -> connection(own.bind().getPort())));
    settings.put("quarkus.mongodb.database", database);
    settings.putAll(more);
    service = ServiceProcess.start(settings);
  }

  public URI base() {
    return service.base();
  }

  @Override
  public void close() {
    service.close();
    given.ifPresent(this::dropDatabase);
    own.shutdownNow();
  }

  /** The connection string of a mongo-java-server, which applies a retried write twice. */
  public static String connection(int port) {
    return "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
  }

  private void dropDatabase(String server) {
    try (MongoClient client = MongoClients.create(server)) {
      client.getDatabase(database).drop();
    }
  }
}
