package io.kpigroups.adapter.mongo;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.kpigroups.application.port.Deadline;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The collections, each with the time that is left of a call.
 *
 * <p>Panache's own finds take no timeout for a call, so its repositories give the collections only.
 * The driver counts everything into that time: choosing a server, waiting for a connection, opening
 * it, and the answer, for which the server is given it as {@code maxTimeMS}. Nothing connects
 * before the first call.
 *
 * <p>What was answered must stay, whatever server fails, and be seen by the next call: so a write
 * counts when most members have it in their journals, and reads ask the primary. Each command says
 * so, whatever the client's settings are.
 */
@ApplicationScoped
class Database {
  /** With a timeout of the driver this needs none of its own, which would not be sent. */
  static final WriteConcern KEPT = WriteConcern.MAJORITY.withJournal(true);

  @ApplicationScoped
  static class Groups implements PanacheMongoRepositoryBase<GroupDocument, String> {}

  @ApplicationScoped
  static class Favorites implements PanacheMongoRepositoryBase<FavoritesDocument, String> {}

  @ApplicationScoped
  static class Kpis implements PanacheMongoRepositoryBase<KpiDocument, String> {}

  private final Groups groups;
  private final Favorites favorites;
  private final Kpis kpis;

  Database(Groups groups, Favorites favorites, Kpis kpis) {
    this.groups = groups;
    this.favorites = favorites;
    this.kpis = kpis;
  }

  MongoCollection<GroupDocument> groups(Deadline deadline) {
    return timed(groups.mongoCollection(), deadline.remaining());
  }

  MongoCollection<FavoritesDocument> favorites(Deadline deadline) {
    return timed(favorites.mongoCollection(), deadline.remaining());
  }

  MongoCollection<KpiDocument> kpis(Deadline deadline) {
    return timed(kpis.mongoCollection(), deadline.remaining());
  }

  /** A collection by its name, for work that is no call's and may take so long. */
  MongoCollection<Document> collection(String name, Duration time) {
    return timed(groups.mongoDatabase().getCollection(name), time);
  }

  private static <T> MongoCollection<T> timed(MongoCollection<T> collection, Duration time) {
    return collection
        .withTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
        .withWriteConcern(KEPT)
        .withReadPreference(ReadPreference.primary());
  }
}
