package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.eclipse.microprofile.config.Config;

/**
 * The store on a MongoDB server, replica set or sharded cluster, or on a server that is compatible.
 *
 * <p>{@code quarkus.mongodb.connection-string} and {@code quarkus.mongodb.database} say where it
 * is. Nothing connects before the start has been prepared or something is called.
 */
@ApplicationScoped
@Identifier("mongo")
public class MongoStorage implements KpiGroupStorage {
  /** How long the start looks for the database. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  private final Database database;
  private final IndexSetup indexes;
  private final Config config;
  private final MongoKpis kpis;

  MongoStorage(Database database, IndexSetup indexes, Config config) {
    this.database = database;
    this.indexes = indexes;
    this.config = config;
    this.kpis = new MongoKpis(database);
  }

  /**
   * Checks the settings, and begins to make the indexes, for which nothing waits.
   *
   * @throws IllegalStateException if a setting contradicts what this store does
   * @throws StorageUnavailable if the database cannot be reached yet
   */
  @Override
  public void prepare() {
    new SettingsCheck(config).check();
    indexes.begin();
    checkReady(Deadline.in(FIRST_LOOK));
  }

  @Override
  public GroupStore groups() {
    return new MongoGroups(database);
  }

  @Override
  public MembershipStore memberships() {
    return new MongoMemberships(database, kpis);
  }

  @Override
  public FavoriteStore favorites() {
    return new MongoFavorites(database);
  }

  @Override
  public KpiStore kpis() {
    return kpis;
  }

  @Override
  public Optional<KpiRegistry> registry() {
    return Optional.of(new MongoRegistry(database, kpis));
  }

  @Override
  public Optional<DeletedGroups> deletedGroups() {
    return Optional.of(new MongoDeletedGroups(database));
  }

  /** Reads one document, as work does: a gateway may answer a {@code ping} by itself. */
  @Override
  public void checkReady(Deadline deadline) {
    MongoCollection<GroupDocument> groups = database.groups(deadline);
    Document idOnly = new Document("_id", 1);
    Failures.repeatable(
        () -> groups.find(new Document(), RawBsonDocument.class).projection(idOnly).first());
  }
}
