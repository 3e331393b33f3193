package com.example.kpigroups.postgres;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * KPI groups in PostgreSQL 13 or newer. Makes its tables itself. Any number of processes may use
 * the same database.
 */
@ApplicationScoped
@Identifier("postgres")
public class PostgresStorage implements KpiGroupStorage, AutoCloseable {
  private final Database database;

  /** A store that does nothing before its first call. */
  public PostgresStorage(PostgresSettings settings) {
    database = new Database(settings);
  }

  @Override
  public GroupStore groups() {
    return new PostgresGroups(database);
  }

  @Override
  public MembershipStore memberships() {
    return new PostgresMemberships(database);
  }

  @Override
  public FavoriteStore favorites() {
    return new PostgresFavorites(new PostgresGroups(database));
  }

  @Override
  public KpiStore kpis() {
    return new PostgresKpis(database);
  }

  @Override
  public Optional<KpiRegistry> registry() {
    return Optional.of(new PostgresKpis(database));
  }

  @Override
  public Optional<IdempotencyStore> idempotency() {
    return Optional.of(new PostgresKeys(database));
  }

  @Override
  public Optional<DeletedGroups> deletedGroups() {
    return Optional.of(new PostgresDeletedGroups(database));
  }

  @Override
  public void prepare() {
    database.prepare();
  }

  @Override
  public void checkReady(Deadline deadline) {
    database.read(deadline, tx -> tx);
  }

  @Override
  @PreDestroy
  public void close() {
    database.close();
  }
}
