package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import io.kpigroups.application.port.Deadline;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * The collections, each with the time that is left for the current thread's work.
 *
 * <p>Panache's own finds take no timeout for a call, so its repositories give the collections only.
 * The driver counts everything into that time: choosing a server, waiting for a connection, opening
 * it, and the answer. Nothing connects before the first call.
 */
@ApplicationScoped
class Database {
  /** How long a call may take where no deadline was set. */
  private static final Duration DEFAULT = Duration.ofSeconds(5);

  @ApplicationScoped
  static class Groups implements PanacheMongoRepositoryBase<GroupDocument, ObjectId> {}

  @ApplicationScoped
  static class Memberships implements PanacheMongoRepositoryBase<MembershipDocument, ObjectId> {}

  @ApplicationScoped
  static class Favorites implements PanacheMongoRepositoryBase<FavoriteDocument, ObjectId> {}

  @ApplicationScoped
  static class Kpis implements PanacheMongoRepositoryBase<KpiDocument, ObjectId> {}

  private final Groups groups;
  private final Memberships memberships;
  private final Favorites favorites;
  private final Kpis kpis;

  Database(Groups groups, Memberships memberships, Favorites favorites, Kpis kpis) {
    this.groups = groups;
    this.memberships = memberships;
    this.favorites = favorites;
    this.kpis = kpis;
  }

  MongoCollection<GroupDocument> groups() {
    return timed(groups.mongoCollection(), DEFAULT);
  }

  MongoCollection<MembershipDocument> memberships() {
    return timed(memberships.mongoCollection(), DEFAULT);
  }

  MongoCollection<FavoriteDocument> favorites() {
    return timed(favorites.mongoCollection(), DEFAULT);
  }

  MongoCollection<KpiDocument> kpis() {
    return timed(kpis.mongoCollection(), DEFAULT);
  }

  /** A collection by its name, for work that may take so long where no deadline was set. */
  MongoCollection<Document> collection(String name, Duration otherwise) {
    return timed(groups.mongoDatabase().getCollection(name), otherwise);
  }

  /** Asks the server for a sign of life. */
  void ping() {
    groups
        .mongoDatabase()
        .withTimeout(Deadline.remainingOr(DEFAULT).toMillis(), TimeUnit.MILLISECONDS)
        .runCommand(new Document("ping", 1));
  }

  private static <T> MongoCollection<T> timed(MongoCollection<T> collection, Duration otherwise) {
    return collection.withTimeout(
        Deadline.remainingOr(otherwise).toMillis(), TimeUnit.MILLISECONDS);
  }
}
