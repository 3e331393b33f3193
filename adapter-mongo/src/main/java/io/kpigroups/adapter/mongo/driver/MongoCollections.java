package io.kpigroups.adapter.mongo.driver;

import com.mongodb.client.MongoCollection;
import io.kpigroups.adapter.mongo.document.FavoritesDocument;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.KeyDocument;
import io.kpigroups.adapter.mongo.document.KpiDocument;
import io.kpigroups.application.port.Deadline;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.bson.Document;

/** The collections. Nothing connects before the first command. */
@Singleton
public record MongoCollections(Groups groups, Favorites favorites, Kpis kpis, Keys keys) {
  @ApplicationScoped
  static class Groups implements PanacheMongoRepositoryBase<GroupDocument, String> {}

  @ApplicationScoped
  static class Favorites implements PanacheMongoRepositoryBase<FavoritesDocument, String> {}

  @ApplicationScoped
  static class Kpis implements PanacheMongoRepositoryBase<KpiDocument, String> {}

  @ApplicationScoped
  static class Keys implements PanacheMongoRepositoryBase<KeyDocument, String> {}

  public TimedCollection<GroupDocument> groups(Deadline deadline) {
    return new TimedCollection<>(groups.mongoCollection(), deadline, false);
  }

  public TimedCollection<FavoritesDocument> favorites(Deadline deadline) {
    return new TimedCollection<>(favorites.mongoCollection(), deadline, false);
  }

  public TimedCollection<KpiDocument> kpis(Deadline deadline) {
    return new TimedCollection<>(kpis.mongoCollection(), deadline, false);
  }

  public TimedCollection<KeyDocument> keys(Deadline deadline) {
    return new TimedCollection<>(keys.mongoCollection(), deadline, false);
  }

  /** A collection by its name, for work that belongs to no call and may take this long. */
  public MongoCollection<Document> named(String name, Duration time) {
    MongoCollection<Document> collection = groups.mongoDatabase().getCollection(name);
    return new TimedCollection<>(collection, Deadline.in(time), false).withTimeLeft();
  }
}
