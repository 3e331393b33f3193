package org.acme.kpigroups.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ConnectionString;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.mongodb.panache.common.MongoDatabaseResolver;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the indexes, in the database that the connection string names. */
@ApplicationScoped
public class Setup implements MongoDatabaseResolver {
  @ConfigProperty(name = "quarkus.mongodb.connection-string")
  String server;

  @Override
  public String resolve() {
    return new ConnectionString(server).getDatabase();
  }

  void makeIndexes(
      @Observes StartupEvent start,
      KpiGroupRepository groups,
      FavoriteRepository favorites,
      KpiRepository kpis) {
    IndexOptions unique = new IndexOptions().unique(true);
    groups.mongoCollection().createIndex(ascending("accountId", "_id"));
    groups.mongoCollection().createIndex(ascending("accountId", "name", "_id"));
    favorites.mongoCollection().createIndex(ascending("accountId", "userId", "groupId"), unique);
    favorites.mongoCollection().createIndex(ascending("groupId"));
    kpis.mongoCollection().createIndex(ascending("accountId", "kpiId"), unique);
  }
}
