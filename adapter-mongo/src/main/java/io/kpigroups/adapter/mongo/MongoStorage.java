package io.kpigroups.adapter.mongo;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The store on a MongoDB server, replica set or sharded cluster, or on a server that is compatible.
 *
 * <p>{@code quarkus.mongodb.connection-string} and {@code quarkus.mongodb.database} say where it
 * is. Nothing connects before the first call.
 */
@ApplicationScoped
@Identifier("mongo")
public class MongoStorage implements KpiGroupStorage {
  private final Database database;
  private final IndexSetup indexes;
  private final MongoKpis kpis;

  MongoStorage(Database database, IndexSetup indexes) {
    this.database = database;
    this.indexes = indexes;
    this.kpis = new MongoKpis(database, indexes);
  }

  /**
   * Makes the indexes. While the database cannot be reached they are left to the first write.
   *
   * @throws IllegalStateException naming an index that is there in another form, or that the data
   *     contradict
   */
  @Override
  public void prepare() {
    indexes.ensure();
  }

  @Override
  public GroupStore groups() {
    return new MongoGroups(database, indexes);
  }

  @Override
  public MembershipStore memberships() {
    return new MongoMemberships(database, indexes, kpis);
  }

  @Override
  public FavoriteStore favorites() {
    return new MongoFavorites(database, indexes);
  }

  @Override
  public KpiStore kpis() {
    return kpis;
  }

  @Override
  public DeletedGroups deletedGroups() {
    return new MongoDeletedGroups(database);
  }

  @Override
  public void checkReady() {
    indexes.require();
    Failures.repeatable(
        () -> {
          database.ping();
          return true;
        });
  }
}
