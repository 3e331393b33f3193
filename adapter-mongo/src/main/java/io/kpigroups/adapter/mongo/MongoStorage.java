package io.kpigroups.adapter.mongo;

import io.kpigroups.adapter.mongo.config.SettingsCheck;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.index.IndexSetup;
import io.kpigroups.adapter.mongo.store.MongoDeletedGroups;
import io.kpigroups.adapter.mongo.store.MongoFavoriteStore;
import io.kpigroups.adapter.mongo.store.MongoGroupStore;
import io.kpigroups.adapter.mongo.store.MongoIdempotencyStore;
import io.kpigroups.adapter.mongo.store.MongoKpiStore;
import io.kpigroups.adapter.mongo.store.MongoMembershipStore;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.Config;

/**
 * The store on a MongoDB server, replica set or sharded cluster, or on a server that is compatible.
 *
 * <p>{@code quarkus.mongodb.connection-string} and {@code quarkus.mongodb.database} say where it
 * is. Nothing connects before {@link #prepare} or a call of a port.
 */
@Singleton
@Identifier("mongo")
public record MongoStorage(MongoCollections collections, IndexSetup indexes, Config config)
    implements KpiGroupStorage {
  /** How long the start waits for the database. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  /**
   * Checks the settings and starts to make the indexes in the background.
   *
   * @throws IllegalStateException if a setting contradicts how this store works
   * @throws StorageUnavailable if the database cannot be reached yet
   */
  @Override
  public void prepare() {
    SettingsCheck.check(config);
    indexes.begin();
    checkReady(Deadline.in(FIRST_LOOK));
  }

  @Override
  public GroupStore groups() {
    return new MongoGroupStore(collections, new MongoFavoriteStore(collections));
  }

  @Override
  public MembershipStore memberships() {
    return new MongoMembershipStore(collections, new MongoKpiStore(collections));
  }

  @Override
  public FavoriteStore favorites() {
    return new MongoFavoriteStore(collections);
  }

  @Override
  public KpiStore kpis() {
    return new MongoKpiStore(collections);
  }

  @Override
  public Optional<KpiRegistry> registry() {
    return Optional.of(new MongoKpiStore(collections));
  }

  @Override
  public Optional<IdempotencyStore> idempotency() {
    return Optional.of(new MongoIdempotencyStore(collections));
  }

  @Override
  public Optional<DeletedGroups> deletedGroups() {
    return Optional.of(new MongoDeletedGroups(collections));
  }

  /** Reads from a collection, since a gateway may answer a {@code ping} by itself. */
  @Override
  public void checkReady(Deadline deadline) {
    collections.groups(deadline).count(new Document(), 1);
  }
}
