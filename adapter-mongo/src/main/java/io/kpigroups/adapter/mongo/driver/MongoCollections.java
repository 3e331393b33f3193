package io.kpigroups.adapter.mongo.driver;

import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.kpigroups.adapter.mongo.document.DocumentCodecs;
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
import org.bson.codecs.Codec;
import org.jspecify.annotations.Nullable;

/**
 * The collections. Nothing connects before the first command.
 *
 * <p>A write is acknowledged when most members have it in their journals, and reads go to the
 * primary. So what was acknowledged survives the loss of a server, and the next call sees it. Every
 * command asks for this itself, whatever the client's settings are.
 */
@Singleton
public final class MongoCollections {
  @ApplicationScoped
  static class Groups implements PanacheMongoRepositoryBase<GroupDocument, String> {}

  @ApplicationScoped
  static class Favorites implements PanacheMongoRepositoryBase<FavoritesDocument, String> {}

  @ApplicationScoped
  static class Kpis implements PanacheMongoRepositoryBase<KpiDocument, String> {}

  @ApplicationScoped
  static class Keys implements PanacheMongoRepositoryBase<KeyDocument, String> {}

  /** A collection, which Panache would look up anew for every command. */
  private static final class Kept<D> {
    private final PanacheMongoRepositoryBase<D, String> repository;
    private final Codec<D> codec;
    private volatile @Nullable MongoCollection<D> collection;

    Kept(PanacheMongoRepositoryBase<D, String> repository, Codec<D> codec) {
      this.repository = repository;
      this.codec = codec;
    }

    TimedCollection<D> until(Deadline deadline) {
      MongoCollection<D> known = collection;
      if (known == null) {
        MongoCollection<D> found = repository.mongoCollection();
        known =
            durable(
                found.withCodecRegistry(
                    fromRegistries(fromCodecs(codec), found.getCodecRegistry())));
        collection = known;
      }
      return new TimedCollection<>(known, deadline, false);
    }
  }

  private final Groups repository;
  private final Kept<GroupDocument> groups;
  private final Kept<FavoritesDocument> favorites;
  private final Kept<KpiDocument> kpis;
  private final Kept<KeyDocument> keys;

  MongoCollections(Groups groups, Favorites favorites, Kpis kpis, Keys keys) {
    this.repository = groups;
    this.groups = new Kept<>(groups, DocumentCodecs.GROUP);
    this.favorites = new Kept<>(favorites, DocumentCodecs.FAVORITES);
    this.kpis = new Kept<>(kpis, DocumentCodecs.KPI);
    this.keys = new Kept<>(keys, DocumentCodecs.KEY);
  }

  public TimedCollection<GroupDocument> groups(Deadline deadline) {
    return groups.until(deadline);
  }

  public TimedCollection<FavoritesDocument> favorites(Deadline deadline) {
    return favorites.until(deadline);
  }

  public TimedCollection<KpiDocument> kpis(Deadline deadline) {
    return kpis.until(deadline);
  }

  public TimedCollection<KeyDocument> keys(Deadline deadline) {
    return keys.until(deadline);
  }

  /** A collection by its name, for work that belongs to no call and may take this long. */
  public MongoCollection<Document> named(String name, Duration time) {
    MongoCollection<Document> collection = durable(repository.mongoDatabase().getCollection(name));
    return new TimedCollection<>(collection, Deadline.in(time), false).withTimeLeft();
  }

  private static <D> MongoCollection<D> durable(MongoCollection<D> collection) {
    return collection
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .withReadPreference(ReadPreference.primary());
  }
}
