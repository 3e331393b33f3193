package io.kpigroups.adapter.mongo.config;

import static io.kpigroups.adapter.mongo.support.MongoFixture.ample;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.support.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the connection string says reaches the driver, though Quarkus would drop it. */
@QuarkusTest
@TestProfile(ConnectionStringTest.Named.class)
class ConnectionStringTest {
  /** A server that is never asked. */
  public static class Named implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kpigroups.store",
          "mongo",
          "quarkus.mongodb.connection-string",
          "mongodb://localhost:1/named?retryWrites=true");
    }
  }

  @Inject MongoCollections collections;
  @Inject MongoClient driver;
  @Inject Client client;

  @Test
  void itsDatabaseAndItsRetriesAreUsed() {
    assertThat(collections.groups(ample()).withTimeLeft().getNamespace().getDatabaseName())
        .isEqualTo("named");
    assertThat(driver.getClusterDescription()).isNotNull();
    assertThat(client.retriesWrites()).isTrue();
  }
}
